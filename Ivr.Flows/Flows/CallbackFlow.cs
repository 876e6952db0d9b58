using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Promises to call the caller back, at the calling or the registered number; where neither can be called it offers the other ways.</summary>
public sealed class CallbackFlow(ICallbacks callbacks, ICases cases, INotices notices)
    : Flow<CallbackFlow.State, CallbackFlow.Trigger, CallbackFlow.Notes>
{
    public const string MessageInstead = "message-instead";

    public enum State
    {
        LookingUp,
        OfferingNumber,
        Arranged,
        CannotCall,
        AnsweringInApp,
        MessageWanted,
        Declined,
    }

    public enum Trigger
    {
        FoundNumbers,
        FoundNoNumber,
        NumberConfirmed,
        NextNumberWanted,
        NoNumberWanted,
        LeavesMessage,
        AppWanted,
    }

    public sealed record Notes : INotesWithCase
    {
        /// <summary>The numbers still to offer; the first is being offered.</summary>
        public IReadOnlyList<CallbackNumber> Numbers { get; init; } = [];

        /// <summary>The account is known, so that it can be answered in the app.</summary>
        public bool IsProven { get; init; }

        public bool IsUrgent { get; init; }

        public string? CaseNo { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.LookingUp)
            .Permit(Trigger.FoundNumbers, State.OfferingNumber)
            .Permit(Trigger.FoundNoNumber, State.CannotCall);

        machine
            .Configure(State.OfferingNumber)
            .Permit(Trigger.NumberConfirmed, State.Arranged)
            .PermitReentry(Trigger.NextNumberWanted)
            .Permit(Trigger.NoNumberWanted, State.Declined);

        machine
            .Configure(State.CannotCall)
            .Permit(Trigger.LeavesMessage, State.MessageWanted)
            .Permit(Trigger.AppWanted, State.AnsweringInApp)
            .Permit(Trigger.NoNumberWanted, State.Declined);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.LookingUp => [new LookUp()],
            State.OfferingNumber => [new Ask(CallbackPrompts.CallThis(notes.Numbers[0]), Answer.YesNo)],
            State.Arranged => [new Say(CallbackPrompts.Arranged), new Return(Outcomes.Done)],
            State.CannotCall => [new Say(CallbackPrompts.CannotCall), Instead(notes.IsProven)],
            State.AnsweringInApp => [new Say(CallbackPrompts.AnsweringInApp(new(notes.CaseNo ?? ""))), new Return(Outcomes.Done)],
            State.MessageWanted => [new Return(MessageInstead)],
            State.Declined => [new Return(AgentFlow.SelfService)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.LookingUp, LookedUp):
                var numbers = await callbacks.FindNumbersAsync(call, cancellationToken);
                var found = notes with { Numbers = numbers, IsProven = call.Identity.WalletId is not null };
                return Understood(numbers.Count > 0 ? Trigger.FoundNumbers : Trigger.FoundNoNumber, found);

            case (State.OfferingNumber, Pressed { Keys: "1" }):
                await callbacks.ArrangeAsync(call, notes.Numbers[0], notes.IsUrgent, cancellationToken);
                return Understood(Trigger.NumberConfirmed);

            case (State.OfferingNumber, Pressed { Keys: "2" }) when notes.Numbers.Count > 1:
                return Understood(Trigger.NextNumberWanted, notes with { Numbers = [.. notes.Numbers.Skip(1)] });

            case (State.CannotCall, Pressed { Keys: "1" }):
                return Understood(Trigger.LeavesMessage);

            case (State.OfferingNumber or State.CannotCall, Pressed { Keys: "2" }):
                return Understood(Trigger.NoNumberWanted);

            case (State.CannotCall, Pressed { Keys: "3" }) when call.Identity.WalletId is { } wallet:
                return await AnswerInAppAsync(call, wallet, notes, cancellationToken);

            default:
                return NotUnderstood;
        }
    }

    private static Ask Instead(bool isProven) =>
        new(
            null,
            new Answer.OneOf([
                AgentChoices.LeaveMessage('1'),
                AgentChoices.BackToSelfService,
                .. isProven ? [new Option('3', Phrases.InTheApp, CallbackPrompts.OfferApp(new('3')))] : Array.Empty<Option>(),
            ])
        );

    private async Task<Heard?> AnswerInAppAsync(Call call, long wallet, Notes notes, CancellationToken cancellationToken)
    {
        var caseNo = await cases.OpenAsync(call, CaseType.AnswerInApp, $"wallet:{wallet}", cancellationToken);
        await notices.PutAsync(call, wallet, new Notice.AnswerInApp(caseNo), $"case:{caseNo}", cancellationToken);
        return Understood(Trigger.AppWanted, notes with { CaseNo = caseNo });
    }
}

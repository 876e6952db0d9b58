using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>Tells where the caller's refunds are, one after another, and does something about those that are not as they should be.</summary>
public sealed class RefundTellFlow(
    IRefunds refunds,
    RefundReader reader,
    ICases cases,
    DatedPromises promises,
    MarketTime market,
    ActionLevels levels
) : Flow<RefundTellFlow.State, RefundTellFlow.Trigger, RefundTellFlow.Notes>
{
    public const string None = "none";

    /// <summary>Working days until the caller hears what came of a case, or a late refund is there.</summary>
    private const int AnswerWorkdays = 3;

    public enum State
    {
        LookingUp,
        Telling,
        Urging,
        ReferringLate,
        Escalating,
        AskingIfSeen,
        Seen,
        NotSeen,
        OfferingDispute,
        Disputing,
        GoingOn,
        NoRefund,
        LeavingTheRest,
    }

    public enum Trigger
    {
        FoundNone,
        FoundOther,
        FoundLate,
        FoundLateAgain,
        FoundUnanswered,
        FoundArrived,
        FoundDisputable,
        WasSeen,
        WasNotSeen,
        DisputeWanted,
        StepDone,
        NextDeclined,
    }

    public sealed record Notes : INotesWithCase
    {
        public bool IsMissing { get; init; }

        /// <summary>The refunds still to tell; the first is being told, as it was looked up when its turn came.</summary>
        public IReadOnlyList<Refund> Refunds { get; init; } = [];

        public string? CaseNo { get; init; }

        /// <summary>What is promised of the first: an answer, or the money.</summary>
        public DateTimeOffset? DueAt { get; init; }
    }

    public static Visit All(bool isMissing) => new(nameof(RefundTellFlow), new Notes { IsMissing = isMissing });

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.LookingUp).Permit(Trigger.FoundNone, State.NoRefund);
        machine.Configure(State.AskingIfSeen).Permit(Trigger.WasSeen, State.Seen).Permit(Trigger.WasNotSeen, State.NotSeen);
        machine.Configure(State.OfferingDispute).Permit(Trigger.DisputeWanted, State.Disputing).Permit(Trigger.StepDone, State.GoingOn);
        machine.Configure(State.Disputing).Permit(Trigger.StepDone, State.GoingOn);
        machine.Configure(State.ReferringLate).Permit(Trigger.StepDone, State.GoingOn);

        State[] told = [State.Telling, State.Urging, State.Escalating, State.Seen, State.NotSeen, State.GoingOn];
        foreach (var from in told.Prepend(State.LookingUp).Append(State.AskingIfSeen))
        {
            Lead(machine, from, Trigger.FoundOther, State.Telling);
            Lead(machine, from, Trigger.FoundLate, State.Urging);
            Lead(machine, from, Trigger.FoundLateAgain, State.ReferringLate);
            Lead(machine, from, Trigger.FoundUnanswered, State.Escalating);
            Lead(machine, from, Trigger.FoundArrived, State.AskingIfSeen);
            Lead(machine, from, Trigger.FoundDisputable, State.OfferingDispute);
        }

        foreach (var from in told)
        {
            machine.Configure(from).Permit(Trigger.NextDeclined, State.LeavingTheRest);
        }
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.LookingUp => [new LookUp()],
            State.Telling => [.. RefundStory.Tell(notes), .. GoOn(notes)],
            State.Urging => [.. RefundStory.Urge(notes), .. GoOn(notes)],
            State.ReferringLate => [new Say(RefundPrompts.LateAgain(notes.Refunds[0], Case(notes))), AgentFlow.Visit],
            State.Escalating => [.. RefundStory.Escalate(notes), .. GoOn(notes)],
            State.AskingIfSeen => [new Ask(RefundPrompts.Arrived(notes.Refunds[0]), SeenOrNot)],
            State.Seen => [new Say(RefundPrompts.GladItCame), .. GoOn(notes)],
            State.NotSeen => [.. RefundStory.Search(notes), .. GoOn(notes)],
            State.OfferingDispute => [.. RefundStory.Tell(notes), new Ask(RefundPrompts.DisputeIt, Answer.YesNo)],
            State.Disputing => [DisputeFlow.OfRefund(notes.Refunds[0].Id)],
            State.GoingOn => GoOn(notes),
            State.NoRefund => [new Return(None)],
            State.LeavingTheRest => [new Return(Outcomes.Done)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.LookingUp, LookedUp):
                var all = await refunds.FindAsync(Wallet(call), call.Now, cancellationToken);
                return all.Count == 0 ? Understood(Trigger.FoundNone) : await TellAsync(call, Ordered(all, notes, call), cancellationToken);

            case (State.AskingIfSeen, Pressed { Keys: "1" }):
                return Understood(Trigger.WasSeen);

            case (State.AskingIfSeen, Pressed { Keys: "2" }):
                return await SearchAsync(call, notes, cancellationToken);

            case (State.OfferingDispute, Pressed { Keys: "1" }):
                return Understood(Trigger.DisputeWanted);

            case (State.OfferingDispute, Pressed { Keys: "2" }):
                return Understood(Trigger.StepDone);

            case (State.Disputing or State.ReferringLate, CameBack):
                return Understood(Trigger.StepDone);

            case (_, Pressed { Keys: "1" }) when notes.Refunds.Count > 1:
                return await TellAsync(call, notes with { Refunds = [.. notes.Refunds.Skip(1)] }, cancellationToken);

            case (_, Pressed { Keys: "2" }) when notes.Refunds.Count > 1:
                return Understood(Trigger.NextDeclined);

            default:
                return NotUnderstood;
        }
    }

    private static readonly Answer SeenOrNot = new Answer.OneOf(new Option('1', Phrases.Received), new Option('2', Phrases.NotReceived));

    private long Wallet(Call call) => call.ProvenWallet(levels.RefundState);

    private static Speaking.Reference Case(Notes notes) => new(notes.CaseNo ?? "");

    private static IReadOnlyList<VoiceAction> GoOn(Notes notes) =>
        notes.Refunds.Count > 1 ? [new Ask(RefundPrompts.HearNext, Answer.YesNo)] : [new Return(Outcomes.Done)];

    /// <summary>Who misses money hears first of what is late and of what arrived; else the newest open one comes first, as it is found.</summary>
    private Notes Ordered(IReadOnlyList<Refund> all, Notes notes, Call call) =>
        notes.IsMissing
            ? notes with
            {
                Refunds =
                [
                    .. all.OrderBy(refund =>
                        refund.IsOverdue(market, call.Now) ? 0
                        : refund.State == RefundState.Succeeded ? 1
                        : 2
                    ),
                ],
            }
            : notes with
            {
                Refunds = all,
            };

    /// <summary>Tells the first as it is in this turn.</summary>
    private async Task<Heard?> TellAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var (refund, standing, due) = await reader.ReadAsync(call, Wallet(call), notes.Refunds[0], cancellationToken);
        var now = notes with { Refunds = [refund, .. notes.Refunds.Skip(1)], DueAt = due, CaseNo = null };
        return standing switch
        {
            RefundStanding.Arrived => Understood(Trigger.FoundArrived, now),
            RefundStanding.Disputable => Understood(Trigger.FoundDisputable, now),
            RefundStanding.Late => await UrgeAsync(call, now, cancellationToken),
            RefundStanding.LateAgain => await WithCaseAsync(call, Trigger.FoundLateAgain, CaseType.RefundOverdue, now, cancellationToken),
            RefundStanding.Unanswered => await WithAnswerAsync(
                call,
                Trigger.FoundUnanswered,
                CaseType.RefundUnanswered,
                now,
                cancellationToken
            ),
            RefundStanding.Fine => Understood(Trigger.FoundOther, now),
        };
    }

    /// <summary>The refund is late: a case, and a new date for the money.</summary>
    private async Task<Heard?> UrgeAsync(Call call, Notes notes, CancellationToken cancellationToken)
    {
        var subject = $"refund:{notes.Refunds[0].Id}";
        var rule = PromiseRule.RefundArrived;
        var due = await promises.AfterWorkdaysAsync(call, Wallet(call), subject, rule, AnswerWorkdays, cancellationToken);
        return await WithCaseAsync(call, Trigger.FoundLate, CaseType.RefundOverdue, notes with { DueAt = due }, cancellationToken);
    }

    private async Task<Heard?> SearchAsync(Call call, Notes notes, CancellationToken cancellationToken) =>
        await refunds.FindOneAsync(Wallet(call), notes.Refunds[0].Id, cancellationToken) is { State: RefundState.Succeeded }
            ? await WithAnswerAsync(call, Trigger.WasNotSeen, CaseType.MissingCredit, notes, cancellationToken)
            : await TellAsync(call, notes, cancellationToken);

    private async Task<Heard?> WithAnswerAsync(Call call, Trigger why, CaseType type, Notes notes, CancellationToken cancellationToken)
    {
        var caseNo = await OpenCaseAsync(call, type, notes, cancellationToken);
        var (subject, rule) = ($"case:{caseNo}", PromiseRule.CaseAnswered);
        var due = await promises.AfterWorkdaysAsync(call, Wallet(call), subject, rule, AnswerWorkdays, cancellationToken);
        return Understood(why, notes with { DueAt = due, CaseNo = caseNo });
    }

    private async Task<Heard?> WithCaseAsync(Call call, Trigger why, CaseType type, Notes notes, CancellationToken cancellationToken) =>
        Understood(why, notes with { CaseNo = await OpenCaseAsync(call, type, notes, cancellationToken) });

    private Task<string> OpenCaseAsync(Call call, CaseType type, Notes notes, CancellationToken cancellationToken) =>
        cases.OpenAsync(call, type, $"refund:{notes.Refunds[0].Id}", cancellationToken);
}

using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>
/// Opens a call that the hotline places because it was promised: says who is calling, proves it by the customer's own phrase, and brings to a
/// person only who presses a key. A machine presses none, and what it records says nothing of an account.
/// </summary>
public sealed class PromisedCallFlow(ICallbacks callbacks, ICallers callers, IAccounts accounts, IProofs proofs, ActionLevels levels)
    : Flow<PromisedCallFlow.State, PromisedCallFlow.Trigger, PromisedCallFlow.Notes>
{
    /// <summary>What silence stands for; as a key it means the same.</summary>
    private const char Nobody = '3';

    public enum State
    {
        LookingUp,
        Asking,
        AskingAgain,
        Connecting,
        NotNeeded,
        NobodyThere,
        Over,
    }

    public enum Trigger
    {
        LookedUp,
        PersonWanted,
        NotWanted,
        NobodySpoke,
        CameBack,
    }

    public sealed record Notes
    {
        /// <summary>Null where none was set, or where it may not be told at this number.</summary>
        public string? Phrase { get; init; }

        /// <summary>It is told at once, and not only to who pressed a key.</summary>
        public bool TellsPhraseFirst { get; init; }

        /// <summary>No other attempt follows.</summary>
        public bool IsLast { get; init; }
    }

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.LookingUp).Permit(Trigger.LookedUp, State.Asking);

        machine
            .Configure(State.Asking)
            .Permit(Trigger.PersonWanted, State.Connecting)
            .Permit(Trigger.NotWanted, State.NotNeeded)
            .Permit(Trigger.NobodySpoke, State.AskingAgain);

        machine
            .Configure(State.AskingAgain)
            .Permit(Trigger.PersonWanted, State.Connecting)
            .Permit(Trigger.NotWanted, State.NotNeeded)
            .Permit(Trigger.NobodySpoke, State.NobodyThere);

        machine.Configure(State.Connecting).Permit(Trigger.CameBack, State.Over);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.LookingUp => [new LookUp()],
            State.Asking => [new Say(PromisedCallPrompts.Opening), .. notes.TellsPhraseFirst ? Phrase(notes) : [], WhatNow],
            State.AskingAgain => [new Say(PromisedCallPrompts.Opening), WhatNow],
            State.Connecting => [.. notes.TellsPhraseFirst ? [] : Phrase(notes), AgentFlow.Visit],
            State.NotNeeded => [new Say(PromisedCallPrompts.NotNeeded), new HangUp()],
            State.NobodyThere => [new Say(notes.IsLast ? PromisedCallPrompts.NoFurtherCall : PromisedCallPrompts.CallsAgain), new HangUp()],
            State.Over => [new Return(Outcomes.Done)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.LookingUp, LookedUp):
                return await OpenAsync(call, cancellationToken);

            case (_, Pressed { Keys: "1" }):
                return Understood(Trigger.PersonWanted);

            case (_, Pressed { Keys: "2" }):
                await callbacks.DeclineAsync(call, cancellationToken);
                return Understood(Trigger.NotWanted);

            case (_, Pressed { Keys: [Nobody] }):
                return Understood(Trigger.NobodySpoke);

            case (State.Connecting, CameBack):
                return Understood(Trigger.CameBack);

            default:
                return NotUnderstood;
        }
    }

    /// <summary>By keys alone: the greeting of a machine has words that would mean something.</summary>
    private static Ask WhatNow =>
        new(
            PromisedCallPrompts.WhatNow,
            new Answer.OneOf(new Option('1', Phrases.PersonNow), new Option('2', Phrases.NotNeeded), new Option(Nobody, Phrases.Neither))
            {
                Silence = Nobody,
            }
        )
        {
            KeysOnly = true,
        };

    private static IEnumerable<VoiceAction> Phrase(Notes notes) =>
        notes.Phrase is { } phrase ? [new Say(ProofPrompts.Phrase(new(phrase)))] : [];

    /// <summary>
    /// The phrase is told at the account's own number, as to who calls from there. A machine must not record it: where one may have answered, it
    /// waits until a key was pressed.
    /// </summary>
    private async Task<Heard?> OpenAsync(Call call, CancellationToken cancellationToken)
    {
        var isElder = (await callers.FindAsync(call, cancellationToken)).IsElder;
        var notes = new Notes
        {
            Phrase = await FindPhraseAsync(call, cancellationToken),
            TellsPhraseFirst = call.Promised?.PersonAnswered == true,
            IsLast = call.Promised?.IsLast == true,
        };
        var manner = call.Manner with { IsElder = isElder, Pace = isElder ? Pace.Slower : Pace.Usual };
        return Understood(Trigger.LookedUp, notes) with { Call = call with { Manner = manner } };
    }

    private async Task<string?> FindPhraseAsync(Call call, CancellationToken cancellationToken) =>
        levels.HearOwnPhrase <= Level.L1
        && call.CallerNumber is { } number
        && await accounts.FindByCallerNumberAsync(number, cancellationToken) is { WalletId: { } wallet }
            ? await proofs.FindPhraseAsync(wallet, cancellationToken)
            : null;
}

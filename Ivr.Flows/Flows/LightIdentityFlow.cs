using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>
/// Finds an account without a security question: the registered number calls, or a number comes with the right certificate tail. It works when
/// the questions of an account are paused or locked. Other flows visit it.
/// </summary>
public sealed class LightIdentityFlow(IAccounts accounts, ITailTries tries)
    : Flow<LightIdentityFlow.State, LightIdentityFlow.Trigger, LightIdentityFlow.Notes>
{
    /// <summary>A number and a tail were keyed, and nobody says whether they belong together: see the call's identity.</summary>
    public const string Claimed = "claimed";

    private const int PerVisit = 2;

    public enum State
    {
        Starting,
        AskingNumber,
        AskingNumberAgain,
        AskingTail,
        KnownAlready,
        JustProven,
        LeavingUnsaid,
        NotProven,
        OutOfTries,
    }

    public enum Trigger
    {
        ProvenBefore,
        NumberRecognised,
        NumberNotRecognised,
        NumberGiven,
        TailFitted,
        TailDiffered,
        TailGiven,
        FailedTwice,
        NoTryLeft,
    }

    public sealed record Notes
    {
        /// <summary>Nobody is told whether the tail was right.</summary>
        public bool IsQuiet { get; init; }

        /// <summary>Somebody else's account is meant: the calling number says nothing.</summary>
        public bool ForFamily { get; init; }

        /// <summary>What was keyed as a number, until the certificate tail is there too.</summary>
        public string? Number { get; init; }

        public int Failures { get; init; }
    }

    /// <summary>Asks for the caller's account up to a level, by the security questions where more than the first level is needed.</summary>
    public static Visit To(Level needed) => needed > Level.L1 ? IdentityFlow.To(needed) : new Visit(nameof(LightIdentityFlow), new Notes());

    /// <summary>The same without a word about whether number and tail belong together.</summary>
    public static Visit QuietlyTo(Level needed, bool forFamily) =>
        needed > Level.L1
            ? IdentityFlow.To(needed)
            : new Visit(nameof(LightIdentityFlow), new Notes { IsQuiet = true, ForFamily = forFamily });

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine
            .Configure(State.Starting)
            .Permit(Trigger.ProvenBefore, State.KnownAlready)
            .Permit(Trigger.NumberRecognised, State.KnownAlready)
            .Permit(Trigger.NumberNotRecognised, State.AskingNumber);

        machine.Configure(State.AskingNumber).Permit(Trigger.NumberGiven, State.AskingTail);
        machine.Configure(State.AskingNumberAgain).Permit(Trigger.NumberGiven, State.AskingTail);

        machine
            .Configure(State.AskingTail)
            .Permit(Trigger.TailFitted, State.JustProven)
            .Permit(Trigger.TailDiffered, State.AskingNumberAgain)
            .Permit(Trigger.FailedTwice, State.NotProven)
            .Permit(Trigger.TailGiven, State.LeavingUnsaid)
            .Permit(Trigger.NoTryLeft, State.OutOfTries);
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Starting => [new LookUp()],
            State.AskingNumber => [new Say(IdentityPrompts.Start), AskNumber(notes)],
            State.AskingNumberAgain => [new Say(LightIdentityPrompts.Differs), AskNumber(notes)],
            State.AskingTail => [new Ask(Tail(notes), new Answer.Digits(4, 4) { EndsWithX = true, IsIdentity = true })],
            State.KnownAlready => [new Return(IdentityFlow.Passed)],
            State.JustProven => [new Say(IdentityPrompts.Proven), new Return(IdentityFlow.Passed)],
            State.LeavingUnsaid => [new Return(Claimed)],
            State.NotProven => [new Say(IdentityPrompts.NotProven), new Return(IdentityFlow.Failed)],
            State.OutOfTries => [.. WhyOut(notes), new Return(IdentityFlow.Failed)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Starting, LookedUp) when notes.ForFamily:
                return Understood(Trigger.NumberNotRecognised);

            case (State.Starting, LookedUp) when call.Identity.Level >= Level.L1:
                return Understood(Trigger.ProvenBefore);

            case (State.Starting, LookedUp):
                return call.CallerNumber is { } number && await accounts.FindByCallerNumberAsync(number, cancellationToken) is { } found
                    ? Known(call, Trigger.NumberRecognised, found, notes)
                    : Understood(Trigger.NumberNotRecognised);

            case (State.AskingNumber or State.AskingNumberAgain, Pressed { Keys: var keys }):
                return Understood(Trigger.NumberGiven, notes with { Number = keys });

            case (State.AskingTail, Pressed { Keys: var tail }):
                return await CompareAsync(call, notes.Number ?? "", tail, notes with { Number = null }, cancellationToken);

            default:
                return NotUnderstood;
        }
    }

    private static Ask AskNumber(Notes notes) =>
        new(notes.ForFamily ? LightIdentityPrompts.AskFamilyNumber : IdentityPrompts.AskNumber, new Answer.Digits(6, 20) { IsIdentity = true });

    private static Prompts.Prompt Tail(Notes notes) => notes.ForFamily ? LightIdentityPrompts.AskFamilyTail : IdentityPrompts.AskTail;

    private static IEnumerable<VoiceAction> WhyOut(Notes notes) => notes.IsQuiet ? [] : [new Say(IdentityPrompts.NotProven)];

    private static Heard Known(Call call, Trigger why, Claim claim, Notes notes)
    {
        var identity = new Identity
        {
            WalletId = claim.WalletId,
            Level = Level.L1,
            ProvenAt = call.Now,
        };
        return Understood(why, notes) with { Call = call with { Identity = identity } };
    }

    private async Task<Heard?> CompareAsync(Call call, string number, string tail, Notes notes, CancellationToken cancellationToken)
    {
        if (!await tries.SpendAsync(call, number, cancellationToken))
        {
            return Understood(Trigger.NoTryLeft, notes);
        }

        var claim = await accounts.FindAsync(number, tail, cancellationToken);
        var fits = claim is { Holds: true, WalletId: not null };
        if (notes.IsQuiet)
        {
            return fits
                ? Known(call, Trigger.TailGiven, claim, notes)
                : Understood(Trigger.TailGiven, notes) with
                {
                    Call = call with { Identity = Identity.Nobody },
                };
        }

        var failed = notes with { Failures = notes.Failures + 1 };
        return fits ? Known(call, Trigger.TailFitted, claim, notes)
            : failed.Failures < PerVisit ? Understood(Trigger.TailDiffered, failed)
            : Understood(Trigger.FailedTwice, failed);
    }
}

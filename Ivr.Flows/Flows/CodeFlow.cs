using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Stateless;

namespace Ivr.Flows.Flows;

/// <summary>
/// Sends a one-time code to the number on file and has it keyed in: the last step of a proof at L3. Only the identity flow visits it, with a
/// caller who is proven at L2.
/// </summary>
public sealed class CodeFlow(IOneTimeCodes codes) : Flow<CodeFlow.State, CodeFlow.Trigger, CodeFlow.Notes>
{
    public const string Passed = "passed";
    public const string Failed = "failed";

    private const string NotReceived = "1";

    public enum State
    {
        Starting,
        AskingCode,
        AskingCodeSentAgain,
        AskingCodeAfterSlip,
        CodeWasRight,
        OutOfTries,
        CodeTooOld,
        CodeNotArriving,
        NoCodePossible,
        LeftToPerson,
    }

    public enum Trigger
    {
        CodeSent,
        CodeSentAgain,
        CodeCannotBeSent,
        CodeDoesNotArrive,
        KeyedRight,
        KeyedWrong,
        KeyedTooLate,
        TriesSpent,
        PersonDone,
    }

    public sealed record Notes
    {
        /// <summary>What the code opens, and nothing else.</summary>
        public string Action { get; init; } = "";
    }

    public static Visit To(string action) => new(nameof(CodeFlow), new Notes { Action = action });

    protected override void Map(StateMachine<State, Trigger> machine)
    {
        machine.Configure(State.Starting).Permit(Trigger.CodeSent, State.AskingCode).Permit(Trigger.CodeCannotBeSent, State.NoCodePossible);

        foreach (var asking in new[] { State.AskingCode, State.AskingCodeSentAgain, State.AskingCodeAfterSlip })
        {
            Lead(machine, asking, Trigger.CodeSentAgain, State.AskingCodeSentAgain);
            Lead(machine, asking, Trigger.KeyedWrong, State.AskingCodeAfterSlip);
            machine
                .Configure(asking)
                .Permit(Trigger.CodeDoesNotArrive, State.CodeNotArriving)
                .Permit(Trigger.KeyedRight, State.CodeWasRight)
                .Permit(Trigger.KeyedTooLate, State.CodeTooOld)
                .Permit(Trigger.TriesSpent, State.OutOfTries);
        }

        foreach (var withPerson in new[] { State.CodeTooOld, State.CodeNotArriving, State.NoCodePossible })
        {
            machine.Configure(withPerson).Permit(Trigger.PersonDone, State.LeftToPerson);
        }
    }

    protected override IReadOnlyList<VoiceAction> Say(State at, Notes notes) =>
        at switch
        {
            State.Starting => [new LookUp()],
            State.AskingCode => [new Say(CodePrompts.Sent), AskCode],
            State.AskingCodeSentAgain => [new Say(CodePrompts.SentAgain), AskCode],
            State.AskingCodeAfterSlip => [new Say(CodePrompts.Differs), AskCode],
            State.CodeWasRight => [new Return(Passed)],
            State.OutOfTries => [new Say(IdentityPrompts.NotProven), new Return(Failed)],
            State.CodeTooOld => [new Say(CodePrompts.TooOld), AgentFlow.Visit],
            State.CodeNotArriving => [new Say(CodePrompts.NotArriving), AgentFlow.Visit],
            State.NoCodePossible => [new Say(CodePrompts.ByPerson), AgentFlow.Visit],
            State.LeftToPerson => [new Return(Failed)],
        };

    protected override async Task<Heard?> HearAsync(Call call, State at, CallEvent heard, Notes notes, CancellationToken cancellationToken)
    {
        switch (at, heard)
        {
            case (State.Starting, LookedUp):
                return await codes.SendAsync(call, Wallet(call), notes.Action, cancellationToken) == CodeSending.Sent
                    ? Understood(Trigger.CodeSent)
                    : Understood(Trigger.CodeCannotBeSent);

            case (State.AskingCode or State.AskingCodeSentAgain or State.AskingCodeAfterSlip, Pressed { Keys: NotReceived }):
                return await codes.SendAgainAsync(call, Wallet(call), notes.Action, cancellationToken) == CodeSending.Sent
                    ? Understood(Trigger.CodeSentAgain)
                    : Understood(Trigger.CodeDoesNotArrive);

            case (State.AskingCode or State.AskingCodeSentAgain or State.AskingCodeAfterSlip, Pressed { Keys: var keys }):
                var verdict = await codes.CheckAsync(call, Wallet(call), notes.Action, keys, cancellationToken);
                return verdict == CodeVerdict.Right
                    ? Understood(Trigger.KeyedRight) with
                    {
                        Call = call with { Identity = call.Identity with { Level = Level.L3, CodeFor = notes.Action } },
                    }
                    : Understood(After(verdict));

            case (State.CodeTooOld or State.CodeNotArriving or State.NoCodePossible, CameBack):
                return Understood(Trigger.PersonDone);

            default:
                return NotUnderstood;
        }
    }

    /// <summary>Whoever waits for a message needs time.</summary>
    private static Ask AskCode =>
        new(CodePrompts.AskCode, new Answer.Digits(6, 6) { Alone = NotReceived, IsIdentity = true }) { IsUnhurried = true };

    /// <summary>Answers that prove nothing without a code are enough to be sent one.</summary>
    private static long Wallet(Call call) =>
        call.Identity is { Level: >= Level.L2, WalletId: { } wallet } ? wallet : call.ProvenWallet(Level.L2);

    private static Trigger After(CodeVerdict verdict) =>
        verdict switch
        {
            CodeVerdict.Right => Trigger.KeyedRight,
            CodeVerdict.Wrong => Trigger.KeyedWrong,
            CodeVerdict.Spent => Trigger.TriesSpent,
            CodeVerdict.Over => Trigger.KeyedTooLate,
        };
}

using Ivr.Flows.Calls;

namespace Ivr.Flows.Prompts;

/// <summary>What the engine itself says, in every branch.</summary>
public static class CommonPrompts
{
    public static readonly Prompt HumanAlways = new("common/human-always");
    public static readonly Prompt NotHeard = new("common/not-heard");
    public static readonly Prompt NotHeardAgain = new("common/not-heard-again");
    public static readonly Prompt NotUnderstood = new("common/not-understood");
    public static readonly Prompt NotUnderstoodAgain = new("common/not-understood-again");
    public static readonly Prompt HumanFirst = new("common/human-first");
    public static readonly Prompt KeysOnly = new("common/keys-only");
    public static readonly Prompt NoSuchKey = new("common/no-such-key");
    public static readonly Prompt MenuHelp = new("common/menu-help");
    public static readonly Prompt OrSayIt = new("common/or-say-it");
    public static readonly Prompt Undone = new("common/undone");
    public static readonly Prompt TakeYourTime = new("common/take-your-time");
    public static readonly Prompt StillWaiting = new("common/still-waiting");
    public static readonly Prompt ProofExpired = new("common/proof-expired");
    public static readonly Prompt LongCall = new("common/long-call");
    public static readonly Prompt TooLong = new("common/too-long");
    public static readonly Prompt StartOver = new("common/start-over");
    public static readonly Prompt Sorry = new("common/sorry");
    public static readonly Prompt OneMoment = new("common/one-moment");
    public static readonly Prompt NotKnown = new("common/not-known");
    public static readonly Prompt Busy = new("common/busy");
    public static readonly Prompt CallLater = new("common/call-later");

    public static Prompt PaceIs(Pace pace) =>
        pace switch
        {
            Pace.Usual => new("common/pace-usual"),
            Pace.Slower => new("common/pace-slower"),
            Pace.Faster => new("common/pace-faster"),
        };
}

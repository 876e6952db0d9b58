using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="VoicemailFlow"/>.</summary>
public static class VoicemailPrompts
{
    public static readonly Prompt SpeakNow = new("voicemail/speak-now");
    public static readonly Prompt SpeakAgain = new("voicemail/speak-again");
    public static readonly Prompt NothingHeard = new("voicemail/nothing-heard");

    public static Prompt Kept(Reference caseNo) => new("voicemail/kept", ("case", caseNo));
}

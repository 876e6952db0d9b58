using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="FreezeFlow"/>.</summary>
public static class FreezePrompts
{
    public static readonly Prompt ForWhom = new("freeze/for-whom");
    public static readonly Prompt FreezeNow = new("freeze/freeze-now");
    public static readonly Prompt HowToUnfreeze = new("freeze/how-to-unfreeze");
    public static readonly Prompt ReportNow = new("freeze/report-now");
    public static readonly Prompt NotSure = new("freeze/not-sure");
    public static readonly Prompt SpentToday = new("freeze/spent-today");
    public static readonly Prompt PersonFirst = new("freeze/person-first");
    public static readonly Prompt NotFrozen = new("freeze/not-frozen");

    /// <summary>What the main menu says of it, last.</summary>
    public static Prompt Offer(Key key) => new("freeze/offer", ("key", key));

    public static Prompt Frozen(Reference caseNo) => new("freeze/frozen", ("case", caseNo));

    public static Prompt FrozenBefore(Reference caseNo) => new("freeze/frozen-before", ("case", caseNo));

    /// <summary>The same words whether or not there is such an account.</summary>
    public static Prompt FrozenIfRight(Reference caseNo) => new("freeze/frozen-if-right", ("case", caseNo));
}

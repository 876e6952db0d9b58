namespace Ivr.Web.Telephone;

/// <summary>What can happen to a caller who is sent to a person, in the words of the telephone's user.</summary>
public static class TransferEnd
{
    /// <summary>By word: what an Enqueue reports of it.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfQueue = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["answers"] = "bridged",
        ["full"] = "queue-full",
        ["error"] = "error",
        ["system-error"] = "system-error",
        ["redirected"] = "redirected",
        ["unknown"] = "a-result-of-tomorrow",
    };

    /// <summary>By word: the status and whether the two were bridged, as a Dial reports them.</summary>
    public static readonly IReadOnlyDictionary<string, (string Status, bool Bridged)> OfDial = new Dictionary<string, (string, bool)>(
        StringComparer.Ordinal
    )
    {
        ["answers"] = ("completed", true),
        ["declines"] = ("completed", false),
        ["busy"] = ("busy", false),
        ["no-answer"] = ("no-answer", false),
        ["failed"] = ("failed", false),
        ["canceled"] = ("canceled", false),
        ["unknown"] = ("a-status-of-tomorrow", false),
    };
}

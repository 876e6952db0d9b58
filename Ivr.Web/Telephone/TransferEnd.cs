namespace Ivr.Web.Telephone;

/// <summary>What can happen to a caller who is sent to a person, in the words of the telephone's user.</summary>
public static class TransferEnd
{
    public const string NoAnswer = "no-answer";
    public const string QueueFull = "queue-full";

    /// <summary>By word: what an Enqueue reports of it.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfQueue = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["answers"] = "bridged",
        ["full"] = QueueFull,
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
        [NoAnswer] = ("no-answer", false),
        ["failed"] = ("failed", false),
        ["canceled"] = ("canceled", false),
        ["unknown"] = ("a-status-of-tomorrow", false),
    };

    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["接听"] = "answers",
        ["拒接"] = "declines",
        ["占线"] = "busy",
        ["无人接听"] = NoAnswer,
        ["打不通"] = "failed",
        ["队列满"] = "full",
        ["出错"] = "error",
    };

    /// <summary>The word for it, from that word itself or from its Chinese; null where it is none.</summary>
    public static string? Find(string word)
    {
        var found = Chinese.GetValueOrDefault(word, word.ToLowerInvariant());
        return OfQueue.ContainsKey(found) || OfDial.ContainsKey(found) ? found : null;
    }
}

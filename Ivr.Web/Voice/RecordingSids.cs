using System.Text.RegularExpressions;

namespace Ivr.Web.Voice;

/// <summary>Reads which recording a webhook speaks of.</summary>
public static partial class RecordingSids
{
    /// <summary>The identifier as it is told, else the one at the end of the recording's address; null where there is none.</summary>
    public static string? Find(string sid, string url)
    {
        var told = sid.Length > 0 ? sid : url[(url.LastIndexOf('/') + 1)..];
        return Sid().IsMatch(told) ? told : null;
    }

    [GeneratedRegex("^RE[0-9a-zA-Z]{1,100}$", RegexOptions.NonBacktracking)]
    private static partial Regex Sid();
}

using System.Globalization;
using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>A Gather that waits for the caller.</summary>
/// <param name="FinishOnKey">The key that ends the entry; empty where every key is part of it.</param>
/// <param name="TimeoutSeconds">Silence for so long ends it.</param>
/// <param name="Action">Empty for the document that it stands in.</param>
public sealed record Listening(
    bool Keys,
    bool Speech,
    int? NumDigits,
    string FinishOnKey,
    int TimeoutSeconds,
    string Language,
    string Action,
    bool ActionOnEmptyResult
)
{
    private const int UsualTimeout = 5;

    public static Listening From(XElement gather)
    {
        var input = ((string?)gather.Attribute("input") ?? "dtmf").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Listening(
            input.Contains("dtmf"),
            input.Contains("speech"),
            Number(gather, "numDigits"),
            FinishKey((string?)gather.Attribute("finishOnKey")),
            Number(gather, "timeout") ?? UsualTimeout,
            (string?)gather.Attribute("language") ?? "en-US",
            (string?)gather.Attribute("action") ?? "",
            (string?)gather.Attribute("actionOnEmptyResult") == "true"
        );
    }

    /// <summary>Twilio warns of a value it cannot use, and takes the usual one.</summary>
    private static string FinishKey(string? value) => value is "" or [>= '0' and <= '9' or '#' or '*'] ? value : "#";

    private static int? Number(XElement gather, string name) =>
        int.TryParse((string?)gather.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}

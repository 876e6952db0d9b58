using System.Globalization;
using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>A Gather that waits for the caller.</summary>
/// <param name="FinishOnKey">The key that ends the entry; empty where every key is part of it.</param>
/// <param name="TimeoutSeconds">Silence for so long ends it.</param>
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
    public static Listening From(XElement gather)
    {
        var input = (string?)gather.Attribute("input") ?? "dtmf";
        return new Listening(
            input.Contains("dtmf", StringComparison.Ordinal),
            input.Contains("speech", StringComparison.Ordinal),
            Number(gather, "numDigits"),
            (string?)gather.Attribute("finishOnKey") ?? "#",
            Number(gather, "timeout") ?? 5,
            (string?)gather.Attribute("language") ?? "en-US",
            (string?)gather.Attribute("action") ?? "",
            (string?)gather.Attribute("actionOnEmptyResult") == "true"
        );
    }

    private static int? Number(XElement gather, string name) =>
        (string?)gather.Attribute(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}

using System.Globalization;
using System.Xml.Linq;
using Ivr.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Web.Telephone;

/// <summary>How long what is said and played takes: the telephone has no clock, and a wait in the queue has.</summary>
public static class PlayTime
{
    /// <summary>As long as the hotline's own music.</summary>
    private const int Recording = 10;

    public static double SecondsOf(XElement verb) =>
        verb.Name.LocalName switch
        {
            "Say" => ReadingTime.Seconds(verb.Value, LanguageOf(verb)),
            "Play" => Recording * Number(verb, "loop"),
            "Pause" => Number(verb, "length"),
            _ => verb.Elements().Sum(SecondsOf),
        };

    private static Language LanguageOf(XElement say) =>
        ((string?)say.Attribute("language"))?.StartsWith("en", StringComparison.Ordinal) == true ? Language.English : Language.Mandarin;

    private static int Number(XElement verb, string attribute) =>
        int.TryParse((string?)verb.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
}

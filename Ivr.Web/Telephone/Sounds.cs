using System.Globalization;
using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>What the caller hears of verbs that only sound.</summary>
public static class Sounds
{
    private const string UsualLanguage = "en-US";

    public static IEnumerable<PhoneEvent> Of(IEnumerable<XElement> verbs, bool interruptible) =>
        verbs.Select<XElement, PhoneEvent>(verb =>
            verb.Name.LocalName switch
            {
                "Say" => new Spoken(
                    verb.Value,
                    (string?)verb.Attribute("language") ?? UsualLanguage,
                    (string?)verb.Attribute("voice") ?? "",
                    interruptible
                ),
                "Play" => new Played(verb.Value, interruptible),
                "Pause" => new Paused(Length(verb)),
                var unknown => new LineDid(LineDeed.CannotPlay, unknown),
            }
        );

    private static int Length(XElement pause) =>
        int.TryParse((string?)pause.Attribute("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 1;
}

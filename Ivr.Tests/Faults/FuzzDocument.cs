using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ivr.Tests.Faults;

/// <summary>What an answer asks of the telephone.</summary>
internal sealed record FuzzDocument(XElement Root)
{
    private static readonly XElement Silence = new("Response");

    public static FuzzDocument Empty { get; } = new(Silence);

    /// <summary>Everything that is said, sentence by sentence.</summary>
    public string Text { get; } = string.Join('\n', Root.Descendants("Say").Select(say => say.Value));

    public XElement? Gather => Root.Descendants("Gather").FirstOrDefault();

    public XElement? Enqueue => Root.Element("Enqueue");

    public XElement? Dial => Root.Element("Dial");

    public bool Records => Root.Element("Record") is not null;

    public bool HangsUp =>
        Root.Elements().FirstOrDefault(verb => verb.Name.LocalName is not ("Say" or "Pause" or "Play")) is { Name.LocalName: "Hangup" };

    public string? Redirect => Root.Element("Redirect")?.Value;

    /// <summary>The whisper to an agent; null where nobody is rung.</summary>
    public string? Whisper => Dial?.Elements().Select(target => (string?)target.Attribute("url")).FirstOrDefault();

    /// <summary>Where callers may be sent.</summary>
    public IEnumerable<string> Targets =>
        Root.Descendants().Where(verb => verb.Name.LocalName is "Enqueue" or "Number" or "Sip" or "Client").Select(verb => verb.Value);

    /// <summary>The turn that is asked for next; null where none is.</summary>
    public int? Turn =>
        Regex.Match(Root.ToString(), "/voice/turns/([0-9]+)[\"</]") is { Success: true } at
            ? int.Parse(at.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;
}

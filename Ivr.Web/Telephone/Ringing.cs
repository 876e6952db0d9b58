using System.Globalization;
using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>Another telephone that rings for the caller, and the document that goes on afterwards.</summary>
public sealed class Ringing(XElement dial, TwimlDocument from)
{
    private const int UsualTimeout = 30;

    /// <summary>Whom it rings: the kind of place, and its address.</summary>
    public string Target =>
        dial.Elements().FirstOrDefault() is { } noun
            ? $"{noun.Name.LocalName} {(noun.HasElements ? noun.Elements().First().Value : noun.Value)}"
            : $"Number {dial.Value}";

    /// <summary>What the person hears first, before the two are put through; null where nothing is whispered.</summary>
    public Uri? Whisper => (string?)dial.Elements().FirstOrDefault()?.Attribute("url") is { } url ? from.Follow(url) : null;

    /// <summary>It rings for so long before nobody is there.</summary>
    public int TimeoutSeconds =>
        int.TryParse((string?)dial.Attribute("timeout"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : UsualTimeout;

    /// <summary>What is asked when it ends; null where the document just goes on.</summary>
    public Uri? Action => (string?)dial.Attribute("action") is { } url ? from.Follow(url) : null;

    public static IEnumerable<(string Name, string Value)> EndForm(string status, bool bridged) =>
        [
            ("DialCallStatus", status),
            ("DialBridged", bridged ? "true" : "false"),
            ("DialCallSid", $"CA{new string('0', 32)}"),
            ("DialCallDuration", bridged ? "60" : "0"),
        ];
}

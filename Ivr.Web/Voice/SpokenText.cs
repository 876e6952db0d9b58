using System.Text;
using System.Xml;

namespace Ivr.Web.Voice;

/// <summary>Makes a text fit a Say: without characters that XML forbids, in parts within Twilio's limit.</summary>
public static class SpokenText
{
    /// <summary>The limit is 4,500 characters after URL encoding, where a Han character takes nine.</summary>
    private const int LongestEncoded = 4000;

    private const string SentenceEnds = "。！？；.!?;";

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate arrives as the replacement character; the two non-characters are what XmlConvert misses in pairs.
            if (rune != Rune.ReplacementChar && (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    /// <summary>Parts at sentence ends where possible; most texts are one part.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var part = new StringBuilder();
        var encoded = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            part.Append(rune.ToString());
            encoded += rune.Utf8SequenceLength == 1 ? 1 : rune.Utf8SequenceLength * 3;
            var atEnd = SentenceEnds.Contains(rune.ToString(), StringComparison.Ordinal);
            if (encoded >= LongestEncoded || (atEnd && encoded >= LongestEncoded / 2))
            {
                yield return part.ToString();
                part.Clear();
                encoded = 0;
            }
        }

        if (part.Length > 0)
        {
            yield return part.ToString();
        }
    }
}

using System.Text;
using System.Xml;

namespace Ivr.Web.Voice;

/// <summary>Makes a text fit a Say: without characters that XML forbids, in parts within Twilio's limit.</summary>
public static class SpokenText
{
    /// <summary>The limit is 4,500 characters after URL encoding, where a Han character takes nine.</summary>
    private const int LongestEncoded = 4000;

    /// <summary>Some voices take fewer than that where nothing is encoded; so long a part is half a minute already.</summary>
    private const int Longest = 450;

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

    /// <summary>Clean parts at sentence ends where possible; most texts are one part. What is blank is left out.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var part = new StringBuilder();
        var encoded = 0;
        foreach (var rune in Clean(text).EnumerateRunes())
        {
            var more = Uri.EscapeDataString(rune.ToString()).Length;
            if (encoded + more > LongestEncoded || part.Length + rune.Utf16SequenceLength > Longest)
            {
                yield return part.ToString();
                part.Clear();
                encoded = 0;
            }

            part.Append(rune.ToString());
            encoded += more;
            var isLong = encoded >= LongestEncoded / 2 || part.Length >= Longest / 2;
            if (isLong && SentenceEnds.Contains(rune.ToString(), StringComparison.Ordinal))
            {
                yield return part.ToString();
                part.Clear();
                encoded = 0;
            }
        }

        if (!string.IsNullOrWhiteSpace(part.ToString()))
        {
            yield return part.ToString();
        }
    }
}

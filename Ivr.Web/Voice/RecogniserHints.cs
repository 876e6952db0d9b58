namespace Ivr.Web.Voice;

/// <summary>The words a recogniser is told to expect, within Twilio's limits of 500 phrases of 100 characters.</summary>
public static class RecogniserHints
{
    private const int Most = 500;
    private const int Longest = 100;

    public static string From(IEnumerable<string> phrases) =>
        string.Join(
            ",",
            phrases
                .Select(phrase => phrase.Replace(',', ' '))
                .Where(phrase => phrase.Length is > 0 and <= Longest)
                .Distinct(StringComparer.Ordinal)
                .Take(Most)
        );
}

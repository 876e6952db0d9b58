using System.Text.RegularExpressions;

namespace Ivr.Flows.Prompts;

/// <summary>
/// Finds what must not stand in a message to a customer: nothing to tap, nothing to call. Who has learnt that we never send such things is not
/// taken in by those who do.
/// </summary>
public static partial class NoticeCheck
{
    /// <summary>The file whose words are sent rather than said.</summary>
    private const string Branch = "notice/";

    private const int MostSegments = 3;

    /// <summary>A placeholder counts as long as a name or a case number.</summary>
    private const string Filled = "连江数字钱包连江数字钱包";

    private const string FilledPlain = "Lianjiang Wa";

    public static bool IsNotice(string key) => key.StartsWith(Branch, StringComparison.Ordinal);

    /// <summary>A sentence for each finding; none when all is well.</summary>
    public static IEnumerable<string> Findings(string key, PromptWords words, Language language)
    {
        if (Link().IsMatch(words.Text))
        {
            yield return $"{key} has a link or an e-mail address in {language.Tag()}: messages have none.";
        }

        if (Number().IsMatch(words.Text))
        {
            yield return $"{key} has a number of five or more digits in {language.Tag()}: messages have none, but for what the code fills in.";
        }

        if (Segments(words, language) is var segments && segments > MostSegments)
        {
            yield return $"{key} is cut into {segments} short messages in {language.Tag()}; {MostSegments} is the most.";
        }
    }

    /// <summary>How long each notice is, for people who edit them.</summary>
    public static IEnumerable<string> Lengths(PromptBook prompts) =>
        from language in Enum.GetValues<Language>()
        from key in prompts.Keys(language).Where(IsNotice).Order(StringComparer.Ordinal)
        let words = prompts.Find(language, key)!
        select $"{key} in {language.Tag()}: about {Full(words, language).Length} characters, {Segments(words, language)} of {MostSegments} short messages.";

    private static int Segments(PromptWords words, Language language) => MessageLength.Segments(Full(words, language));

    private static string Full(PromptWords words, Language language) =>
        Placeholder().Replace(words.Text, language == Language.Mandarin ? Filled : FilledPlain);

    [GeneratedRegex(
        @"://|@|＠|\bwww\.|[a-z0-9-]+\.(com|cn|net|org|io|me|cc|co|info|link|ly|app|top|xyz|vip)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Link();

    /// <summary>Digits of any script, and those of a telephone number with gaps in it.</summary>
    [GeneratedRegex(@"(\d[ \-‐-―().]{0,2}){5}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex("{[a-z-]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}

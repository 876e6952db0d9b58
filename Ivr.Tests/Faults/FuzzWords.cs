using System.Text.RegularExpressions;
using Ivr.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Tests.Faults;

/// <summary>Knows questions by their words, as a caller does who was never told of states.</summary>
internal sealed class FuzzWords(PromptBook prompts)
{
    private readonly Dictionary<string, Regex> known = new(StringComparer.Ordinal);

    /// <param name="key">The key of a prompt.</param>
    public bool Says(string text, string key)
    {
        lock (known)
        {
            if (!known.TryGetValue(key, out var pattern))
            {
                known[key] = pattern = Pattern(key);
            }

            return pattern.IsMatch(text);
        }
    }

    private Regex Pattern(string key)
    {
        var forms =
            from language in new[] { Language.Mandarin, Language.English }
            let words = prompts.Find(language, key) ?? throw new InvalidOperationException($"There is no {key}.")
            from form in Enum.GetValues<PromptForm>()
            select Regex.Replace(Regex.Escape(words.In(form)), @"\\{[a-z-]+}", ".+");
        return new Regex($"^({string.Join('|', forms.Distinct())})$", RegexOptions.Multiline);
    }
}

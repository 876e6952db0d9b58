using Ivr.Flows.Understanding.Sounds;

namespace Ivr.Flows.Understanding;

/// <summary>Hears words by their stems.</summary>
internal sealed class EnglishEar : Ear
{
    private const float SoundsAlike = 0.1f;
    private const float SpelledAlike = 0.15f;

    /// <summary>Short forms and what they are short for; recognisers write them with and without the apostrophe.</summary>
    private static readonly Dictionary<string, string[]> LongForms = new(StringComparer.Ordinal)
    {
        ["cannot"] = ["can", "not"],
        ["cant"] = ["can", "not"],
        ["wont"] = ["will", "not"],
        ["dont"] = ["do", "not"],
        ["doesnt"] = ["does", "not"],
        ["didnt"] = ["did", "not"],
        ["isnt"] = ["is", "not"],
        ["wasnt"] = ["was", "not"],
        ["havent"] = ["have", "not"],
        ["hasnt"] = ["has", "not"],
        ["couldnt"] = ["could", "not"],
        ["wouldnt"] = ["would", "not"],
        ["im"] = ["i", "am"],
        ["ive"] = ["i", "have"],
        ["id"] = ["i", "would"],
        ["its"] = ["it", "is"],
        ["thats"] = ["that", "is"],
        ["wanna"] = ["want", "to"],
        ["gimme"] = ["give", "me"],
    };

    private static readonly string[] Endings = ["ing", "ied", "ies", "ed", "es", "s", "e", "y"];

    public override IEnumerable<Token?> Hear(string text)
    {
        // The words of a clause are read together, so that a number is one.
        foreach (var clause in text.Split(['.', ',', ';', '?', '!']))
        {
            foreach (var word in EnglishSounds.Words(clause))
            {
                foreach (var part in LongForms.TryGetValue(word, out var parts) ? parts : [word])
                {
                    yield return Word(part);
                }
            }

            yield return null;
        }
    }

    public override IEnumerable<Token?> Mend(IReadOnlyList<Token?> heard, Func<string, bool> isKnown)
    {
        for (var at = 0; at < heard.Count; at++)
        {
            var next = at + 1 < heard.Count ? heard[at + 1] : null;
            if (heard[at] is not { } token)
            {
                yield return null;
            }
            else if (
                next is not null
                && !(isKnown(token.Id) && isKnown(next.Id))
                && Word(token.Written + next.Written) is var whole
                && isKnown(whole.Id)
            )
            {
                at++;
                yield return whole;
            }
            else
            {
                foreach (var part in isKnown(token.Id) ? [token] : Split(token, isKnown))
                {
                    yield return part;
                }
            }
        }
    }

    public override float Distance(Token one, Token other) =>
        one.Id == other.Id ? 0
        : one.Key.Length > 2 && one.Key == other.Key ? SoundsAlike
        : IsOneLetterApart(one.Id, other.Id) ? SpelledAlike
        : 1;

    private static Token Word(string word) => new(Stem(word), [], EnglishSounds.KeyOfWord(word)) { Written = word };

    private static Token[] Split(Token token, Func<string, bool> isKnown)
    {
        for (var at = 2; at <= token.Written.Length - 2; at++)
        {
            var (first, second) = (Word(token.Written[..at]), Word(token.Written[at..]));
            if (isKnown(first.Id) && isKnown(second.Id))
            {
                return [first, second];
            }
        }

        return [token];
    }

    private static string Stem(string word)
    {
        var ending = Endings.FirstOrDefault(ending => word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal));
        var stem = ending is null || word.EndsWith("ss", StringComparison.Ordinal) ? word : word[..^ending.Length];
        return stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }

    /// <summary>Whether one letter is missing, added or another, in words that are long enough for it to be a slip.</summary>
    private static bool IsOneLetterApart(string one, string other)
    {
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        if (shorter.Length < 4 || longer.Length - shorter.Length > 1 || longer[0] != shorter[0])
        {
            return false;
        }

        var same = longer.AsSpan().CommonPrefixLength(shorter);
        return longer
            .AsSpan(same + 1)
            .SequenceEqual(shorter.AsSpan(longer.Length == shorter.Length ? Math.Min(same + 1, shorter.Length) : same));
    }
}

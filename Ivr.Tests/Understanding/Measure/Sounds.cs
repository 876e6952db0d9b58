using System.Globalization;
using Ivr.Tests.Rules;

namespace Ivr.Tests.Understanding.Measure;

/// <summary>
/// How Han characters are read and which others are read so, with how often each is met: what a recogniser may write for what it heard. It is
/// the measure's own, from <c>sounds.tsv</c>, and knows nothing of the product's readings.
/// </summary>
public sealed class Sounds
{
    private static readonly (string, string)[] Initials = [("n", "l"), ("zh", "z"), ("ch", "c"), ("sh", "s"), ("r", "l")];
    private static readonly (string, string)[] Finals = [("ang", "an"), ("eng", "en"), ("ing", "in")];

    private readonly Dictionary<string, List<(char Letter, int Count)>> letters = [];
    private readonly Dictionary<char, (string Syllable, int Count)> syllables = [];

    private Sounds() { }

    public static Sounds Common { get; } = Read("Ivr.Tests/Understanding/Measure/sounds.tsv");

    /// <summary>Characters with the same syllable and tone.</summary>
    public IReadOnlyList<(char Letter, int Count)> Homophones(char letter) => Others(letter, syllable => [syllable]);

    /// <summary>Characters with the same syllable in another tone.</summary>
    public IReadOnlyList<(char Letter, int Count)> OtherTones(char letter) =>
        Others(letter, syllable => "12345".Where(tone => tone != syllable[^1]).Select(tone => syllable[..^1] + tone));

    /// <summary>Characters whose syllable is confused with it on the telephone or in an accent.</summary>
    public IReadOnlyList<(char Letter, int Count)> Confusions(char letter) =>
        Others(letter, syllable => Confused(syllable[..^1]).Select(other => other + syllable[^1]));

    private List<(char Letter, int Count)> Others(char letter, Func<string, IEnumerable<string>> which) =>
        syllables.TryGetValue(letter, out var read)
            ?
            [
                .. which(read.Syllable)
                    .SelectMany(syllable => letters.GetValueOrDefault(syllable) ?? [])
                    .Where(other => other.Letter != letter),
            ]
            : [];

    private static IEnumerable<string> Confused(string syllable)
    {
        foreach (var (one, other) in Initials)
        {
            if (StartsWith(syllable, one))
            {
                yield return other + syllable[one.Length..];
            }
            else if (StartsWith(syllable, other) && !StartsWith(syllable, other + "h"))
            {
                yield return one + syllable[other.Length..];
            }
        }

        foreach (var (longer, shorter) in Finals)
        {
            if (syllable.EndsWith(longer, StringComparison.Ordinal))
            {
                yield return syllable[..^1];
            }
            else if (syllable.EndsWith(shorter, StringComparison.Ordinal))
            {
                yield return syllable + "g";
            }
        }

        if (Lips(syllable) is { } lips)
        {
            yield return lips;
        }
    }

    /// <summary>发 and 花, 飞 and 灰, 分 and 昏, 福 and 湖.</summary>
    private static string? Lips(string syllable) =>
        syllable switch
        {
            "fei" => "hui",
            "hui" => "fei",
            "fen" => "hun",
            "hun" => "fen",
            "fu" => "hu",
            "hu" => "fu",
            ['f', 'a', ..] => "hua" + syllable[2..],
            ['h', 'u', 'a', ..] => "fa" + syllable[3..],
            _ => null,
        };

    private static bool StartsWith(string syllable, string initial) => syllable.StartsWith(initial, StringComparison.Ordinal);

    private static Sounds Read(string file)
    {
        var sounds = new Sounds();
        foreach (var line in Repository.Read(file).Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split('\t', ' ');
            foreach (var entry in parts.Skip(1))
            {
                sounds.Add(parts[0], entry[0], int.Parse(entry.AsSpan(1), CultureInfo.InvariantCulture));
            }
        }

        return sounds;
    }

    private void Add(string syllable, char letter, int count)
    {
        letters.TryAdd(syllable, []);
        letters[syllable].Add((letter, count));
        if (!syllables.TryGetValue(letter, out var usual) || usual.Count < count)
        {
            syllables[letter] = (syllable, count);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Understanding;

/// <summary>
/// The questions and answers of <c>faq.json</c> beside the prompts, found by the phrases they share with what was said, by sound: a longer one counts
/// for more.
/// </summary>
public sealed class FaqBook : IFaq
{
    /// <summary>The second entry is asked about where it comes so near to the first.</summary>
    private const double Near = 0.6;

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<(Language, string Id), IReadOnlyList<string>> words = [];

    private FaqBook(IReadOnlyList<FaqEntry> all) => All = all;

    public IReadOnlyList<FaqEntry> All { get; }

    /// <exception cref="InvalidDataException">A file cannot be read, or the languages do not have the same entries; the message says which.</exception>
    public static FaqBook Read(string folder)
    {
        var chinese = ReadFile(folder, Language.Mandarin);
        var english = ReadFile(folder, Language.English);
        if (chinese.Keys.Concat(english.Keys).FirstOrDefault(id => !chinese.ContainsKey(id) || !english.ContainsKey(id)) is { } missing)
        {
            throw new InvalidDataException($"The entry {missing} of faq.json in {folder} stands in one language only.");
        }

        var book = new FaqBook([.. chinese.Select(pair => Entry(pair.Key, pair.Value, english[pair.Key]))]);
        foreach (var (language, texts) in new[] { (Language.Mandarin, chinese), (Language.English, english) })
        {
            foreach (var (id, text) in texts)
            {
                book.words[(language, id)] = Features.NamesOf(text.Words, language);
            }
        }

        return book;
    }

    public IReadOnlyList<FaqEntry> Find(string words, Language language)
    {
        var said = Features.NameOf(Characters.Fold(PhraseMatcher.Shorten(words)), language);
        var hits = All.Select(entry => (Entry: entry, Score: Score(said, entry.Id, language)))
            .Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score)
            .Take(2)
            .ToList();
        return hits is [var best, var second] && second.Score < best.Score * Near ? [best.Entry] : [.. hits.Select(hit => hit.Entry)];
    }

    /// <summary>How much of what was said its phrases cover; one inside another counts too, so that an exact phrase wins.</summary>
    private int Score(string said, string id, Language language) =>
        words[(language, id)].Where(phrase => Features.IsInside(phrase, said)).Sum(SoundsOf);

    private static int SoundsOf(string phrase) => phrase.Count(sign => sign == ' ') + 1;

    private static FaqEntry Entry(string id, Text chinese, Text english) =>
        new(id, new Wording(chinese.Question, english.Question), new Wording(chinese.Answer, english.Answer));

    private static Dictionary<string, Text> ReadFile(string folder, Language language)
    {
        var file = Path.Combine(folder, language.Tag(), "faq.json");
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, Text>>(File.ReadAllText(file), Strict) ?? [];
        }
        catch (JsonException cause)
        {
            throw new InvalidDataException($"The questions file {file} cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>An entry as its file has it.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record Text
    {
        /// <summary>As a caller would say it in short, without a mark at its end.</summary>
        [JsonPropertyName("question")]
        public required string Question { get; init; }

        /// <summary>The phrases by which it is found.</summary>
        [JsonPropertyName("words")]
        public required IReadOnlyList<string> Words { get; init; }

        [JsonPropertyName("answer")]
        public required string Answer { get; init; }
    }
}

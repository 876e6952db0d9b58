using System.Text.Json;
using System.Text.Json.Serialization;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Understanding;

/// <summary>The questions and answers of <c>faq.json</c> beside the prompts, found by their phrases as the choices of a menu are.</summary>
public sealed class FaqBook : IFaq
{
    private const double Enough = 0.4;

    /// <summary>The second entry is asked about where it comes so near to the first.</summary>
    private const double Near = 0.4;

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<Language, PhraseModel> models = [];

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

        var phrases = PhraseBook.Read(folder);
        var book = new FaqBook([.. chinese.Select(pair => Entry(pair.Key, pair.Value, english[pair.Key]))]);
        foreach (var (language, texts) in new[] { (Language.Mandarin, chinese), (Language.English, english) })
        {
            book.models[language] = new PhraseModel(
                language,
                [
                    .. texts.Values.Select(text => (IReadOnlyList<string>)[.. text.Words, text.Question]),
                    phrases.All(language, PhraseBook.NoneOfThese),
                ],
                phrases.In(language, PhraseBook.Fillers)
            );
        }

        return book;
    }

    public IReadOnlyList<FaqEntry> Find(string words, Language language)
    {
        var model = models[language];
        var said = PhraseMatcher.Shorten(words);
        return Entries(model.Exactly(said) is [var whole] ? [whole] : Likeliest.Of(model.Weigh(said, out _), Enough, Near));
    }

    /// <summary>The last place is what callers ask of others.</summary>
    private IReadOnlyList<FaqEntry> Entries(IReadOnlyList<int> places) =>
        places.FirstOrDefault(All.Count) == All.Count ? [] : [.. places.Where(place => place < All.Count).Select(place => All[place])];

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

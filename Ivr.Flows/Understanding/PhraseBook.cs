using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ivr.Flows.Understanding;

/// <summary>
/// What callers say, by group and language, beside the prompts: the phrases that matter in <c>phrases.json</c>, and what else people say in
/// <c>sentences.json</c> of what is understood at the menu and everywhere, in <c>answers.json</c> of what only one question offers.
/// </summary>
public sealed class PhraseBook
{
    /// <summary>The group of what callers say that means none of the others.</summary>
    public const string NoneOfThese = "none-of-these";

    /// <summary>The words that mean little in a sentence.</summary>
    public const string Fillers = "fillers";

    /// <summary>The words between two things of which one is meant.</summary>
    public const string Or = "or";

    private readonly Dictionary<Language, Dictionary<string, string[]>> phrases = [];
    private readonly Dictionary<Language, Dictionary<string, string[]>> sentences = [];
    private readonly Dictionary<Language, Dictionary<string, string[]>> answers = [];

    private readonly ConcurrentDictionary<Language, string> fingerprints = new();
    private readonly Lazy<EnglishVocabulary> englishWords;

    private PhraseBook() => englishWords = new(() => new EnglishVocabulary(this));

    internal EnglishVocabulary EnglishWords => englishWords.Value;

    /// <exception cref="InvalidDataException">A file cannot be read; the message names it.</exception>
    public static PhraseBook Read(string folder)
    {
        var book = new PhraseBook();
        foreach (var language in Enum.GetValues<Language>())
        {
            book.phrases[language] = ReadFile(Path.Combine(folder, language.Tag(), "phrases.json"));
            book.sentences[language] = ReadFile(Path.Combine(folder, language.Tag(), "sentences.json"));
            book.answers[language] = ReadFile(Path.Combine(folder, language.Tag(), "answers.json"));
        }

        return book;
    }

    public IReadOnlyCollection<string> Groups(Language language) => phrases[language].Keys;

    /// <summary>The groups that mean something, and behind them what means none of these.</summary>
    public IReadOnlyList<string> Meanings(Language language) =>
        [.. phrases[language].Keys.Where(group => group is not (Fillers or Or)), NoneOfThese];

    /// <summary>The same for books with the same words in this language.</summary>
    public string Fingerprint(Language language) => fingerprints.GetOrAdd(language, Compute);

    private string Compute(Language language)
    {
        var all = JsonSerializer.SerializeToUtf8Bytes(new[] { phrases[language], sentences[language], answers[language] });
        return $"{language} {Convert.ToHexString(SHA256.HashData(all))}";
    }

    /// <summary>The phrases of a group.</summary>
    public IReadOnlyList<string> In(Language language, string group) => phrases[language].GetValueOrDefault(group) ?? [];

    public bool HasSentences(Language language, string group) => sentences[language].ContainsKey(group);

    /// <summary>Its sentences and answers as well.</summary>
    public IReadOnlyList<string> All(Language language, string group) =>
        [
            .. In(language, group),
            .. sentences[language].GetValueOrDefault(group) ?? [],
            .. answers[language].GetValueOrDefault(group) ?? [],
        ];

    private static Dictionary<string, string[]> ReadFile(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(file)) ?? [];
        }
        catch (JsonException cause)
        {
            throw new InvalidDataException($"The phrases file {file} cannot be read: {cause.Message}", cause);
        }
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Prompts;

/// <summary>All words of the hotline, read once from the prompts folder.</summary>
public sealed partial class PromptBook
{
    /// <summary>Stands for the wallet's name in any text.</summary>
    private const string WalletName = "wallet";

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false, RespectNullableAnnotations = true };

    private readonly Dictionary<(Language, string Key), PromptWords> words = [];
    private readonly Dictionary<(Language, string Key), string> audio = [];
    private readonly IReadOnlyDictionary<Language, string> walletNames;
    private readonly MarketTime market;

    private PromptBook(IReadOnlyDictionary<Language, string> walletNames, MarketTime market)
    {
        this.walletNames = walletNames;
        this.market = market;
    }

    /// <summary>Reads <c>zh-CN/unlock.json</c> and its like; recordings lie beside them as <c>zh-CN/audio/unlock/unlock-now.wav</c>.</summary>
    /// <param name="walletNames">The wallet's name as each language speaks it; only these languages are read.</param>
    /// <exception cref="InvalidDataException">A file cannot be read; the message names it and what is wrong.</exception>
    public static PromptBook Read(string folder, IReadOnlyDictionary<Language, string> walletNames, MarketTime market)
    {
        var book = new PromptBook(walletNames, market);
        foreach (var language in walletNames.Keys)
        {
            book.Read(language, Path.Combine(folder, language.Tag()));
        }

        return book;
    }

    /// <summary>The languages that were read.</summary>
    public IEnumerable<Language> Languages => walletNames.Keys;

    public IEnumerable<string> Keys(Language language) => words.Keys.Where(at => at.Item1 == language).Select(at => at.Key);

    public PromptWords? Find(Language language, string key) => words.GetValueOrDefault((language, key));

    /// <summary>The path of a recording below the prompts folder, where one was made of exactly these words.</summary>
    public string? FindAudio(Prompt prompt, PromptForm form, Language language) =>
        form == PromptForm.Text && prompt.Values.Count == 0 ? audio.GetValueOrDefault((language, prompt.Key)) : null;

    /// <summary>The prompt as it is spoken.</summary>
    /// <exception cref="KeyNotFoundException">The language has no such words, or they leave a placeholder unfilled.</exception>
    public string Say(Prompt prompt, PromptForm form, Language language, DateTimeOffset now)
    {
        var text =
            Find(language, prompt.Key)?.In(form) ?? throw new KeyNotFoundException($"There is no prompt {prompt.Key} in {language.Tag()}.");
        return Placeholder().Replace(text, match => Fill(match.Groups["name"].Value, prompt, language, now));
    }

    /// <summary>What a value holds is not looked into: only the words of the files have placeholders.</summary>
    private string Fill(string name, Prompt prompt, Language language, DateTimeOffset now)
    {
        if (name == WalletName)
        {
            return walletNames[language];
        }

        var value =
            prompt.Values.FirstOrDefault(one => one.Name == name).Value
            ?? throw new KeyNotFoundException(
                $"Prompt {prompt.Key} in {language.Tag()} has a placeholder {{{name}}} that the code does not fill."
            );
        return value is Named named
            ? Say(new Prompt(named.Prompt), PromptForm.Text, language, now)
            : Speakers.For(language).Say(Localise(value), market.DayOf(now));
    }

    private Value Localise(Value value) =>
        value switch
        {
            Instant instant => new Moment(market.LocalOf(instant.At)),
            InstantDay day => new Day(market.DayOf(day.At)),
            _ => value,
        };

    private void Read(Language language, string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"The prompts folder {folder} is missing.");
        }

        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*.json")
                .Where(file => Path.GetFileName(file) is not ("phrases.json" or "sentences.json" or "answers.json" or "faq.json"))
        )
        {
            var branch = Path.GetFileNameWithoutExtension(file);
            foreach (var (entry, text) in ReadFile(file))
            {
                words.Add((language, $"{branch}/{entry}"), text);
                var recording = Path.Combine("audio", branch, $"{entry}.wav");
                if (File.Exists(Path.Combine(folder, recording)))
                {
                    audio.Add((language, $"{branch}/{entry}"), $"{language.Tag()}/{recording.Replace('\\', '/')}");
                }
            }
        }
    }

    private static Dictionary<string, PromptWords> ReadFile(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, PromptWords>>(File.ReadAllText(file), Strict) ?? [];
        }
        catch (JsonException cause)
        {
            throw new InvalidDataException($"The prompts file {file} cannot be read: {cause.Message}", cause);
        }
    }

    [GeneratedRegex("{(?<name>[^{}]*)}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}

using System.Text.Json;

namespace Ivr.Flows.Understanding;

/// <summary>The phrases callers use, by group and language, read from <c>phrases.json</c> beside the prompts.</summary>
public sealed class PhraseBook
{
    private readonly Dictionary<Language, Dictionary<string, string[]>> phrases = [];

    /// <exception cref="InvalidDataException">A file cannot be read; the message names it.</exception>
    public static PhraseBook Read(string folder)
    {
        var book = new PhraseBook();
        foreach (var language in Enum.GetValues<Language>())
        {
            var file = Path.Combine(folder, language.Tag(), "phrases.json");
            try
            {
                book.phrases[language] = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(file)) ?? [];
            }
            catch (JsonException cause)
            {
                throw new InvalidDataException($"The phrases file {file} cannot be read: {cause.Message}", cause);
            }
        }

        return book;
    }

    public IReadOnlyCollection<string> Groups(Language language) => phrases[language].Keys;

    public IReadOnlyList<string> In(Language language, string group) => phrases[language].GetValueOrDefault(group) ?? [];
}

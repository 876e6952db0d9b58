using Ivr.Flows.Calls;
using Ivr.Flows.Engine;

namespace Ivr.Flows.Understanding;

/// <summary>Reads what the caller pressed or said at a question.</summary>
public sealed class InputReader(PhraseMatcher phrases, PhraseBook book, ConfidenceBands bands, MarketTime market, SpeechPolicy policy)
{
    /// <summary>Wrongly understood these cost nothing, or ask by themselves before anything happens: they are never asked about.</summary>
    private static readonly HashSet<string> BeyondDoubt =
    [
        Phrases.Human,
        Phrases.Freeze,
        Phrases.Back,
        Phrases.Repeat,
        Phrases.Help,
        Phrases.Wait,
        Phrases.Slower,
        Phrases.Faster,
        Phrases.Correction,
    ];

    /// <param name="now">Days that are said are reckoned from it.</param>
    public Meaning Read(CallerInput input, Answer answer, Language language, bool starBefore, DateTimeOffset now) =>
        input switch
        {
            CallerInput.Keys keys => KeyReader.Read(keys.Text, answer, starBefore),
            CallerInput.Speech { Text: var said } when string.IsNullOrWhiteSpace(said) => Silence(answer),
            CallerInput.Speech speech => bands.Of(speech.Confidence) switch
            {
                Certainty.Reject => new Meaning.NotUnderstood(),
                Certainty.Confirm => Doubting(Read(speech.Text, answer, language, Phrases.Everywhere, now), answer),
                Certainty.Accept or Certainty.NotStated => Read(speech.Text, answer, language, Phrases.Everywhere, now).Meaning,
            },
            _ => Silence(answer),
        };

    /// <summary>
    /// The same at a question about what was meant: two hearings that agree need no third, so being heard badly is enough. Words that
    /// belong rather to the question before are not understood here.
    /// </summary>
    /// <param name="elsewhere">The groups of phrases of that question.</param>
    public Meaning ReadBetween(
        CallerInput input,
        Answer answer,
        IEnumerable<string> elsewhere,
        Language language,
        bool starBefore,
        DateTimeOffset now
    ) =>
        input is CallerInput.Speech speech && !string.IsNullOrWhiteSpace(speech.Text) && bands.Of(speech.Confidence) != Certainty.Reject
            ? Read(speech.Text, answer, language, [.. elsewhere, .. Phrases.Everywhere], now).Meaning
            : Read(input, answer, language, starBefore, now);

    /// <summary>What follows from a group of phrases at a question.</summary>
    public static Meaning MeaningOf(string group, Answer answer) =>
        group switch
        {
            _ when answer.Choices.FirstOrDefault(option => option.Phrases == group) is { } chosen => new Meaning.Answered(
                chosen.Key.ToString()
            ),
            Phrases.Human => new Meaning.WantsHuman(),
            Phrases.Back => new Meaning.WantsBack(),
            Phrases.MainMenu => new Meaning.WantsMainMenu(),
            Phrases.Repeat => new Meaning.WantsRepeat(),
            Phrases.Help => new Meaning.WantsHelp(),
            Phrases.Slower => new Meaning.WantsSlower(),
            Phrases.Faster => new Meaning.WantsFaster(),
            Phrases.Wait => new Meaning.WantsTime(),
            Phrases.OtherLanguage => new Meaning.WantsOtherLanguage(),
            Phrases.Freeze => new Meaning.WantsFreeze(),
            Phrases.Correction => new Meaning.WantsCorrection(),
            _ => new Meaning.NotUnderstood(),
        };

    /// <summary>What is said behind a no; null where the words do not begin with one, or nothing follows it.</summary>
    public string? WithoutNo(string said, Language language)
    {
        var words = said.Trim();
        var no = new[] { Phrases.No, Phrases.Neither, Phrases.Correction }
            .SelectMany(group => book.In(language, group))
            .Where(phrase => words.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            .MaxBy(phrase => phrase.Length);
        return no is null || words.Length == no.Length || char.IsAsciiLetter(words[no.Length]) ? null : words[no.Length..];
    }

    private static Meaning Silence(Answer answer) =>
        answer is Answer.OneOf { Silence: { } key } ? new Meaning.Answered(key.ToString()) : new Meaning.NotHeard();

    /// <summary>What the words mean, and the group of phrases by which they do.</summary>
    private (Meaning Meaning, string? Group) Read(
        string said,
        Answer answer,
        Language language,
        IReadOnlyList<string> everywhere,
        DateTimeOffset now
    )
    {
        if (
            answer is Answer.Digits entry
            && policy.Takes(entry)
            && SpokenEntry.Keys(said, entry, language, market.DayOf(now)) is { } keys
            && KeyReader.Read(keys, entry, starBefore: false) is (Meaning.Answered or Meaning.WantsHuman) and var entered
        )
        {
            return (entered, null);
        }

        if (SpokenKey.Read(said) is '0')
        {
            return (new Meaning.WantsHuman(), Phrases.Human);
        }

        if (SpokenKey.Read(said) is { } key && answer.Choices.FirstOrDefault(option => option.Key == key) is { } chosen)
        {
            return (new Meaning.Answered(key.ToString()), chosen.Phrases);
        }

        return GuessInEither(said, answer, language, everywhere) switch
        {
            [Phrases.OtherQuestion]
                when answer is Answer.OneOf { InOwnWords: true } && MeaningOf(Phrases.OtherQuestion, answer) is Meaning.Answered other =>
            // The question may be answered at once, and need not be asked for again.
            (
                new Meaning.AnsweredInWords(PhraseMatcher.Shorten(said), other.Keys),
                Phrases.OtherQuestion
            ),
            [var only] => (MeaningOf(only, answer), only),
            [_, _] two => (new Meaning.Unsure(two), null),
            _ when answer is Answer.Open or Answer.Spoken or Answer.OneOf { InOwnWords: true } => (
                new Meaning.AnsweredInWords(PhraseMatcher.Shorten(said)),
                null
            ),
            _ => (new Meaning.NotUnderstood(), null),
        };
    }

    /// <summary>What was heard badly is asked about; what proves who somebody is has few tries, and none is spent on it.</summary>
    private static Meaning Doubting((Meaning Meaning, string? Group) read, Answer answer) =>
        answer is Answer.Digits { IsIdentity: true } && read.Meaning is Meaning.Answered ? new Meaning.NotUnderstood()
        : read.Group is { Length: > 0 } group && !BeyondDoubt.Contains(group) ? new Meaning.Unsure([group])
        : read.Meaning;

    /// <summary>In the language of the call; who answers in the other one is understood as well, where the words belong to it plainly.</summary>
    private IReadOnlyList<string> GuessInEither(string said, Answer answer, Language language, IReadOnlyList<string> everywhere)
    {
        var guess = Guess(said, answer, language, everywhere);
        return guess.Count == 0 && Script.Of(said) is { } spoken && spoken != language && (spoken != Language.English || HasWord(said))
            ? Guess(said, answer, spoken, [.. everywhere.Where(group => group != Phrases.OtherLanguage)])
            : guess;
    }

    private IReadOnlyList<string> Guess(string said, Answer answer, Language language, IReadOnlyList<string> everywhere)
    {
        var offered = answer.Choices.Select(option => option.Phrases);
        if (answer is Answer.Open or Answer.Spoken)
        {
            var most = phrases.MatchMostly(said, language, offered) ?? phrases.MatchMostly(said, language, everywhere);
            return most is null ? [] : [most];
        }

        var guess = phrases.Guess(said, language, offered, everywhere);
        return answer is Answer.OneOf { InOwnWords: true } && guess is [var only] && IsPartOfSentence(only) ? [] : guess;

        // In a question of the caller's own, such as how to do something, these words are a part of it.
        bool IsPartOfSentence(string group) =>
            group is not (Phrases.Human or Phrases.Freeze)
            && BeyondDoubt.Contains(group)
            && phrases.MatchMostly(said, language, [group]) is null;
    }

    /// <summary>Two letters may be anything.</summary>
    private static bool HasWord(string said) => said.Split(' ').Any(word => word.Count(char.IsAsciiLetter) >= 4);
}

using Ivr.Flows.Calls;
using Ivr.Flows.Engine;

namespace Ivr.Flows.Understanding;

/// <summary>Reads what the caller pressed or said at a question.</summary>
public sealed class InputReader(PhraseMatcher phrases, MarketTime market, SpeechPolicy policy)
{
    public Meaning Read(CallerInput input, Answer answer, Language language, bool starBefore, DateTimeOffset now) =>
        input switch
        {
            CallerInput.Keys keys => KeyReader.Read(keys.Text, answer, starBefore),
            CallerInput.Speech speech => Read(speech.Text, answer, language, now),
            _ => Silence(answer),
        };

    private static Meaning Silence(Answer answer) =>
        answer is Answer.OneOf { Silence: { } key } ? new Meaning.Answered(key.ToString()) : new Meaning.NotHeard();

    private Meaning Read(string said, Answer answer, Language language, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return Silence(answer);
        }

        if (
            answer is Answer.Digits entry
            && policy.Takes(entry)
            && SpokenEntry.Keys(said, entry, language, market.DayOf(now)) is { } keys
            && KeyReader.Read(keys, entry, starBefore: false) is (Meaning.Answered or Meaning.WantsHuman) and var entered
        )
        {
            return entered;
        }

        var options = answer.Choices;
        if (SpokenKey.Read(said) is { } key && (key == '0' || options.Any(option => option.Key == key)))
        {
            return key == '0' ? new Meaning.WantsHuman() : new Meaning.Answered(key.ToString());
        }

        var isOpen = answer is Answer.Open or Answer.Spoken;
        var offered = options.Select(option => option.Phrases);
        var group = isOpen
            ? phrases.MatchMostly(said, language, [.. offered, .. Phrases.Everywhere])
            : phrases.Match(said, language, offered, Phrases.Everywhere);
        return group switch
        {
            null when isOpen => new Meaning.AnsweredInWords(PhraseMatcher.Shorten(said)),
            null => new Meaning.NotUnderstood(),
            _ when options.FirstOrDefault(option => option.Phrases == group) is { } chosen => new Meaning.Answered(chosen.Key.ToString()),
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
            _ => throw new InvalidOperationException($"Nothing follows from the phrases {group}."),
        };
    }
}

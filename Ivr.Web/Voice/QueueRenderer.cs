using System.Xml.Linq;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using Language = Ivr.Flows.Language;
using Prompt = Ivr.Flows.Prompts.Prompt;

namespace Ivr.Web.Voice;

/// <summary>What is told to a caller who waits in a queue.</summary>
/// <param name="Position">From one; 0 where it is not known.</param>
/// <param name="Estimate">How long it may still take; null where that is not known.</param>
/// <param name="CanBeCalled">Offers to call back.</param>
/// <param name="SecondsLeft">Until the wait is long enough.</param>
public sealed record QueueNews(int Position, TimeSpan? Estimate, bool CanBeCalled, int SecondsLeft);

/// <summary>Writes the documents of a wait in the queue: news, keys, and music without words in between.</summary>
public sealed class QueueRenderer(SpokenTwiml spoken)
{
    /// <summary>From one announcement to the next.</summary>
    private const int Round = 90;

    /// <summary>Length of <c>prompts/audio/wait.wav</c>.</summary>
    private const int MusicSeconds = 10;

    /// <summary>About what an announcement takes of a round.</summary>
    private const int NewsSeconds = 8;

    private static readonly Uri Music = Address.Recording("audio/wait.wav");

    public string Wait(int turn, Language language, QueueNews news) => Write(turn, language, Announcement(news), news.SecondsLeft);

    /// <summary>After a key that means nothing here.</summary>
    public string WaitAfterWrongKey(int turn, Language language, QueueNews news) =>
        Write(turn, language, [CommonPrompts.NoSuchKey, .. Choices(news)], news.SecondsLeft);

    /// <summary>Nothing but music: for when nothing is known of the call, or nothing works.</summary>
    public string MusicOnly(Language language)
    {
        var response = new VoiceResponse();
        spoken.Speak(response, [QueuePrompts.Waiting], language);
        return response.Append(new Play(Music, loop: Round / MusicSeconds)).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>How many minutes a wait is said to be: a fifth longer than the figure, in whole minutes.</summary>
    public static int MinutesOf(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes * 1.2));

    private string Write(int turn, Language language, IEnumerable<Prompt> words, int secondsLeft)
    {
        var gather = KeyPress.Of(Address.QueueKey(turn), timeout: 1);
        spoken.Speak(gather, words, language);
        gather.Append(new Play(Music, loop: Loops(secondsLeft)));
        return new VoiceResponse().Append(gather).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The last round of a wait is not shorter than what is left of it.</summary>
    private static int Loops(int secondsLeft) =>
        secondsLeft < Round
            ? Math.Max(1, (secondsLeft - NewsSeconds + MusicSeconds - 1) / MusicSeconds)
            : (Round - NewsSeconds) / MusicSeconds;

    private static IEnumerable<Prompt> Announcement(QueueNews news)
    {
        yield return news.Position switch
        {
            < 1 => QueuePrompts.Waiting,
            1 => QueuePrompts.YouAreNext,
            _ => QueuePrompts.Ahead(new Count(news.Position - 1) { Measured = true }),
        };
        if (news.Estimate is { } wait)
        {
            yield return QueuePrompts.Estimate(new Span(MinutesOf(wait), SpanUnit.Minute));
        }

        foreach (var choice in Choices(news))
        {
            yield return choice;
        }
    }

    private static IEnumerable<Prompt> Choices(QueueNews news) =>
        [
            .. news.CanBeCalled ? [AgentPrompts.OfferCallback(new(QueueKeys.Callback))] : Array.Empty<Prompt>(),
            AgentPrompts.OfferMessage(new(QueueKeys.Message)),
            AgentPrompts.OfferSelfService(new(QueueKeys.SelfService)),
        ];
}

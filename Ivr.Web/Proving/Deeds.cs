using System.Text.RegularExpressions;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Understanding;
using Ivr.Flows.Wallet;
using Ivr.Web.Telephone;
using Ivr.Web.Voice;

namespace Ivr.Web.Proving;

/// <summary>All that can be done in a situation: every key, silence, nonsense, each class of phrases, and what the question is about.</summary>
public sealed partial class Deeds(IServiceProvider services, Hearer hearer)
{
    private const string AllKeys = "0123456789*#";
    private const double Clearly = 0.9;
    private const double Hardly = 0.4;
    private const string Gibberish = "呜噜呜噜";

    /// <summary>What is said aloud waits until it is over, and then some: so many silences.</summary>
    private const int WaitedOut = 300;

    private readonly PhraseBook phrases = services.GetRequiredService<PhraseBook>();
    private readonly SpeechPolicy policy = services.GetRequiredService<SpeechPolicy>();
    private readonly IFaq faq = services.GetRequiredService<IFaq>();
    private readonly EntryDeeds entries = new(hearer, services.GetRequiredService<MarketTime>());

    public async Task<IReadOnlyList<Deed>> InAsync(Situation at, CancellationToken cancellationToken) =>
        at.Reply.Ending switch
        {
            Ending.Listen listen => [.. At(at, listen, await CodeAsync(at, cancellationToken))],
            Ending.ConnectTo => Transfer,
            Ending.TakeMessage =>
            [
                new("message 12", new CallerInput.Message("RE00000000000000000000000000000000", 12, HungUp: false)),
                new("silence", new CallerInput.Silence()),
                new("message 12\nhang up", new CallerInput.Message("RE00000000000000000000000000000000", 12, HungUp: true)),
            ],
            _ => [],
        };

    private static readonly IReadOnlyList<Deed> Transfer =
    [
        new("agent answers", new CallerInput.Back(TransferOutcome.Served)),
        new("agent redirected", new CallerInput.Back(TransferOutcome.NotReached)),
        new("agent full", new CallerInput.Back(TransferOutcome.QueueFull)),
        new("agent error", new CallerInput.Back(TransferOutcome.Broken)),
        new("hang up", new CallerInput.Back(TransferOutcome.CallerLeft)),
        new("1", new CallerInput.Back(TransferOutcome.WaitedTooLong)) { InQueue = QueueChoice.CallBack },
        new("2", new CallerInput.Back(TransferOutcome.WaitedTooLong)) { InQueue = QueueChoice.Message },
        new("*", new CallerInput.Back(TransferOutcome.WaitedTooLong)) { InQueue = QueueChoice.SelfService },
        new("# waits in the queue until the longest wait is over", new CallerInput.Back(TransferOutcome.WaitedTooLong, WaitedOut)),
    ];

    private IEnumerable<Deed> At(Situation at, Ending.Listen listen, string? code)
    {
        var speech = !listen.KeysOnly && policy.Takes(listen.Answer) && Recogniser.KindOf(listen.Answer) is not null;
        return at.IsTroubled ? WhenTroubled(at, listen, speech) : Afresh(at, listen, speech, code);
    }

    private IEnumerable<Deed> Afresh(Situation at, Ending.Listen listen, bool speech, string? code)
    {
        var language = at.Session.Call.Language;
        var answers =
            listen.Answer is Answer.Digits digits ? entries.Into(at, digits, listen.IsUnhurried, code)
            : listen.Answer is Answer.Spoken ? Chosen(listen.Answer).Concat(entries.Aloud(at))
            : Chosen(listen.Answer);
        var words = speech ? Words(listen.Answer, language) : [];
        return answers.Concat(CommonKeys(listen)).Append(Silence).Concat(words);
    }

    /// <summary>Once more what was wrong, the person, and what settles a doubt: the rest was tried where all was well.</summary>
    private IEnumerable<Deed> WhenTroubled(Situation at, Ending.Listen listen, bool speech)
    {
        var patience = at.Session.Patience;
        yield return new Deed(EntryDeeds.Lines("0", listen.Answer, listen.IsUnhurried), new CallerInput.Keys("0")) { IsCommon = true };
        if (patience is { NotUnderstood: 0, ForgaveKey: false, ForgaveDoubt: false } || at.Session.Doubt is not null)
        {
            yield return Silence;
        }

        if (patience is { NotHeard: 0, NotUnderstood: > 0 } or { NotHeard: 0, ForgaveKey: true } || at.Session.Doubt is not null)
        {
            yield return speech ? Say(Gibberish) : WrongKey(listen);
        }

        if (at.Session.StarBefore)
        {
            yield return new Deed(EntryDeeds.Lines("*", listen.Answer, listen.IsUnhurried), new CallerInput.Keys("*")) { IsCommon = true };
        }

        if (at.Session.Doubt is not null)
        {
            foreach (var deed in Chosen(listen.Answer))
            {
                yield return deed with
                {
                    Chosen = null,
                    IsCommon = true,
                };
            }

            yield return Say(phrases.In(at.Session.Call.Language, Phrases.Correction)[0]);
        }
    }

    private static readonly Deed Silence = new("silence", new CallerInput.Silence()) { IsCommon = true };

    private static IEnumerable<Deed> Chosen(Answer answer) =>
        answer.Choices.Select(option => new Deed(option.Key.ToString(), new CallerInput.Keys(option.Key.ToString()))
        {
            Chosen = option.Key,
            IsCommon = option.Phrases == Phrases.OtherLanguage,
        });

    private static IEnumerable<Deed> CommonKeys(Ending.Listen listen)
    {
        var keys = AllKeys.Select(key => key.ToString()).Where(key => listen.Answer.Choices.All(option => option.Key != key[0]));
        if (listen.Answer is Answer.Digits digits)
        {
            var isFixed = digits.Min == digits.Max;
            keys = [.. "0*".Select(key => key.ToString()), "**", .. isFixed ? new[] { "#" } : [], .. digits.Min > 1 ? new[] { "7" } : []];
        }

        return keys.Select(key => new Deed(EntryDeeds.Lines(key, listen.Answer, listen.IsUnhurried), new CallerInput.Keys(key))
        {
            IsCommon = true,
        });
    }

    private static Deed WrongKey(Ending.Listen listen)
    {
        var key = AllKeys.Skip(4).First(one => listen.Answer.Choices.All(option => option.Key != one)).ToString();
        return new Deed(EntryDeeds.Lines(key, listen.Answer, listen.IsUnhurried), new CallerInput.Keys(key)) { IsCommon = true };
    }

    private IEnumerable<Deed> Words(Answer answer, Flows.Language language)
    {
        yield return Say(Gibberish);
        foreach (var group in Phrases.Everywhere)
        {
            yield return Say(phrases.In(language, group)[0]);
        }

        foreach (var option in answer.Choices.Where(option => option.Phrases.Length > 0))
        {
            yield return Say(phrases.In(language, option.Phrases)[0]) with
            {
                Chosen = option.Key,
            };
        }

        if (answer is Answer.OneOf { Options.Count: > 2 } menu)
        {
            var words = phrases.In(language, menu.Options[0].Phrases)[0];
            yield return new Deed($"say@0.4 {words}", new CallerInput.Speech(words, Hardly)) { IsCommon = true };
        }

        if (answer is Answer.Open or Answer.OneOf { InOwnWords: true })
        {
            var question = faq.All[0].Question;
            yield return Say(language == Flows.Language.English ? question.English : question.Mandarin);
        }
    }

    private static Deed Say(string words) => new($"say {words}", new CallerInput.Speech(words, Clearly)) { IsCommon = true };

    /// <summary>The newest code that was sent to the customer's phone, where one is asked for.</summary>
    private async Task<string?> CodeAsync(Situation at, CancellationToken cancellationToken)
    {
        if (at.Asked?.Prompt?.Key != "code/ask-code" || at.Persona.Customer is not { } customer)
        {
            return null;
        }

        await using var scope = services.CreateAsyncScope();
        var messages = await scope.ServiceProvider.GetRequiredService<PhoneBackstage>().MessagesAsync(customer.Phone, cancellationToken);
        return messages.Select(message => SixDigits().Match(message.Body)).FirstOrDefault(match => match.Success)?.Value;
    }

    [GeneratedRegex(@"\b[0-9]{6}\b", RegexOptions.NonBacktracking)]
    private static partial Regex SixDigits();
}

using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;
using Ivr.Flows.Understanding;

namespace Ivr.Flows.Engine;

/// <content>What the hotline does where it is not sure what was meant.</content>
public sealed partial class CallEngine
{
    /// <summary>Asks what was meant. The first time at a question that is no error; afterwards it is one, or it could go on for ever.</summary>
    private static async Task<Turn> AskWhichAsync(
        TurnInProgress turn,
        Ask asked,
        Meaning.Unsure unsure,
        CancellationToken cancellationToken
    )
    {
        if (!turn.ForgivesDoubt())
        {
            turn.CountNonsense();
        }

        if (turn.IsOutOfPatience)
        {
            turn.GiveUp();
            return await turn.PlayAsync(cancellationToken);
        }

        // A question with two answers settles it by itself.
        if (asked.Answer.Choices is { Count: <= 2 } choices && unsure.Groups.All(group => choices.Any(option => option.Phrases == group)))
        {
            turn.Say(DoubtPrompts.NotSure, firm: true);
            return turn.AskOnce(asked, PromptForm.Text);
        }

        return turn.AskWhich(new Doubt(unsure.Groups));
    }

    /// <summary>The caller answers what was asked in between, or goes past it and answers the question itself.</summary>
    private async Task<Turn> SettleAsync(TurnInProgress turn, Ask asked, Doubt doubt, Heard heard, CancellationToken cancellationToken)
    {
        if (Denied(heard) is { } rest)
        {
            turn.Settle();
            if (Instead(rest, heard, asked, doubt) is { } other)
            {
                return await FollowAsync(turn, asked, other, cancellationToken);
            }

            turn.Say(DoubtPrompts.OnceMore, firm: false);
            return turn.AskOnce(asked, PromptForm.Again);
        }

        var between = doubt.Ask;
        var elsewhere = asked.Answer.Choices.Select(option => option.Phrases).Except(doubt.Groups);
        var meaning = reader.ReadBetween(heard.Input, between.Answer, elsewhere, heard.Language, heard.StarBefore, heard.Now);
        switch (meaning)
        {
            case Meaning.Answered { Keys: [var key] } when doubt.Chosen(key) is { } group:
                turn.Settle();
                return await FollowAsync(turn, asked, InputReader.MeaningOf(group, asked.Answer), cancellationToken);

            case Meaning.Answered
            or Meaning.WantsCorrection:
                turn.Settle();
                turn.Say(DoubtPrompts.OnceMore, firm: false);
                return turn.AskOnce(asked, PromptForm.Again);

            case Meaning.NotUnderstood
            or Meaning.Unsure when SaidInstead(heard, asked) is { } other:
                turn.Settle();
                return await FollowAsync(turn, asked, other, cancellationToken);

            case Meaning.Unsure:
                return await FollowAsync(turn, between, new Meaning.NotUnderstood(), cancellationToken);

            default:
                return await FollowAsync(turn, between, meaning, cancellationToken);
        }
    }

    /// <summary>Words that mean something at the question itself; null where they do not.</summary>
    private Meaning? SaidInstead(Heard heard, Ask asked) =>
        heard.Input is CallerInput.Speech
        && reader.Read(heard.Input, asked.Answer, heard.Language, heard.StarBefore, heard.Now)
            is not (Meaning.NotUnderstood or Meaning.NotHeard)
                and var other
            ? other
            : null;

    /// <summary>What stands behind the no, as in no, my card; null where the words do not begin with one, or nothing follows it.</summary>
    private string? Denied(Heard heard) => heard.Input is CallerInput.Speech speech ? reader.WithoutNo(speech.Text, heard.Language) : null;

    /// <summary>What is wanted instead; null where that is not said, or is the very thing that was denied.</summary>
    private Meaning? Instead(string rest, Heard heard, Ask asked, Doubt doubt) =>
        SaidInstead(heard with { Input = new CallerInput.Speech(rest) }, asked) is Meaning.Answered other
        && !asked.Answer.Choices.Any(option => other.Keys == option.Key.ToString() && doubt.Groups.Contains(option.Phrases))
            ? other
            : null;

    /// <summary>What came at a question.</summary>
    private sealed record Heard(CallerInput Input, Language Language, bool StarBefore, DateTimeOffset Now);
}

using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;
using Ivr.Flows.Understanding;

namespace Ivr.Flows.Engine;

/// <summary>Takes the turns of calls: reads what came, lets the flows decide, and collects what is said.</summary>
public sealed partial class CallEngine(FlowBook flows, InputReader reader, HotlineLanguages languages)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(15);

    /// <summary>Whether this version can go on with a session; if not, the call starts over.</summary>
    public bool CanRead(Session session) => flows.CanRead(session.Stack) && session.Trail.All(flows.CanRead);

    /// <summary>The first turn of a call, or the first one after it had to start over.</summary>
    /// <param name="first">Said before the greeting.</param>
    public Task<Turn> BeginAsync(Call call, Prompt? first, CancellationToken cancellationToken)
    {
        var session = new Session { Call = call, Stack = [call.Promised is null ? flows.Greeting : flows.PromisedCall] };
        var turn = new TurnInProgress(flows, session);
        if (first is not null)
        {
            turn.Say(first, firm: true);
        }

        return turn.PlayAsync(cancellationToken);
    }

    /// <summary>The next turn of a call.</summary>
    public async Task<Turn> TakeTurnAsync(Session session, CallerInput input, CancellationToken cancellationToken)
    {
        var turn = new TurnInProgress(flows, session);
        var interrupted = session.Call.Identity.HasExpired(session.Call.Now) && turn.EndIdentity();
        if (turn.Asked is not { } asked)
        {
            await turn.HearAsync(turn.EndOfWait(input), cancellationToken);
            return await turn.PlayAsync(cancellationToken);
        }

        if (interrupted)
        {
            turn.Say(CommonPrompts.ProofExpired, firm: true);
            return await turn.PlayAsync(cancellationToken);
        }

        var age = session.Call.Now - session.Call.StartedAt;
        if (age >= TooLong && !session.WasTooLong)
        {
            turn.Say(CommonPrompts.TooLong, firm: true);
            turn.GoToPerson(Trouble.TooLong);
            return await turn.PlayAsync(cancellationToken);
        }

        if (age >= Long && !session.WasLong)
        {
            turn.RemindOfLength();
        }

        if (turn.Doubt is { } doubt)
        {
            return await SettleAsync(
                turn,
                asked,
                doubt,
                new Heard(input, session.Call.Language, session.StarBefore, session.Call.Now),
                cancellationToken
            );
        }

        var meaning = reader.Read(input, asked.Answer, session.Call.Language, session.StarBefore, session.Call.Now);
        return await FollowAsync(turn, asked, meaning, cancellationToken);
    }

    private async Task<Turn> FollowAsync(TurnInProgress turn, Ask asked, Meaning meaning, CancellationToken cancellationToken)
    {
        switch (meaning)
        {
            case Meaning.Answered answered when await turn.HearAsync(new Pressed(answered.Keys), cancellationToken):
            case Meaning.AnsweredInWords said when await turn.HearAsync(new Said(said.Words), cancellationToken):
            case Meaning.AnsweredInWords { Otherwise: { } key } when await turn.HearAsync(new Pressed(key), cancellationToken):
            case Meaning.WantsRepeat:
            case Meaning.WantsCorrection when turn.TryUndo():
                break;
            case Meaning.Unsure unsure:
                return await AskWhichAsync(turn, asked, unsure, cancellationToken);
            case Meaning.WantsHuman:
                turn.GoToPerson();
                break;
            case Meaning.WantsFreeze:
                turn.GoToFreeze();
                break;
            case Meaning.WantsBack:
                turn.GoBack();
                break;
            case Meaning.WantsMainMenu:
                turn.GoToMainMenu();
                break;
            case Meaning.WantsOtherLanguage:
                turn.SpeakIn(languages.InsteadOf(turn.Language));
                break;
            case Meaning.WantsSlower:
                turn.SpeakAt(turn.Pace == Pace.Faster ? Pace.Usual : Pace.Slower);
                return turn.AskOnce(asked, PromptForm.Text);
            case Meaning.WantsFaster:
                turn.SpeakAt(turn.Pace == Pace.Slower ? Pace.Usual : Pace.Faster);
                return turn.AskOnce(asked, PromptForm.Text);
            case Meaning.WantsHelp:
                return turn.AskOnce(asked, PromptForm.Help);
            case Meaning.WantsTime:
                return turn.GiveTime(asked);
            case Meaning.WrongKey when turn.ForgivesKey():
                turn.Say(CommonPrompts.NoSuchKey, firm: true);
                return turn.AskOnce(asked, PromptForm.Text);
            case Meaning.NotHeard when turn.AllowsSilence():
                turn.Say(CommonPrompts.StillWaiting, firm: false);
                return turn.AskOnce(asked, PromptForm.Again);
            case Meaning.NotHeard:
                return await AskAgainAsync(turn, asked, turn.CountSilence(), Silences, cancellationToken);
            case Meaning.AnsweredInWords { Words: var words } when asked.Answer is Answer.OneOf:
                turn.KeepWords(SafeWords.Of(words) is var safe && safe.Any(char.IsLetter) ? safe : null);
                return await AskAgainAsync(turn, asked, turn.CountNonsense(), Nonsenses, cancellationToken);
            default:
                return await AskAgainAsync(turn, asked, turn.CountNonsense(), Nonsenses, cancellationToken);
        }

        return await turn.PlayAsync(cancellationToken);
    }

    private static readonly Prompt[][] Silences =
    [
        [CommonPrompts.NotHeard],
        [CommonPrompts.NotHeardAgain],
        [CommonPrompts.HumanFirst, CommonPrompts.KeysOnly],
    ];

    private static readonly Prompt[][] Nonsenses =
    [
        [CommonPrompts.NotUnderstood],
        [CommonPrompts.NotUnderstoodAgain, CommonPrompts.KeysOnly],
        [CommonPrompts.HumanFirst, CommonPrompts.KeysOnly],
    ];

    /// <summary>The ladder: short, fuller, keys only with a person named first, then the person; where none could be had, goodbye.</summary>
    private static async Task<Turn> AskAgainAsync(
        TurnInProgress turn,
        Ask asked,
        int times,
        Prompt[][] ladder,
        CancellationToken cancellationToken
    )
    {
        if (turn.IsOutOfPatience)
        {
            turn.GiveUp();
            return await turn.PlayAsync(cancellationToken);
        }

        foreach (var first in ladder[times - 1])
        {
            turn.Say(first, firm: true);
        }

        return turn.AskOnce(asked, times == 2 ? PromptForm.Help : PromptForm.Again);
    }
}

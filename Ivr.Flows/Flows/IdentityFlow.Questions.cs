using Ivr.Flows.Calls;
using Ivr.Flows.Understanding.Answers;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <content>The security questions: which is asked, how it is asked, and what an answer leads to.</content>
public sealed partial class IdentityFlow
{
    /// <summary>Where a question is answered aloud: who cannot say it here, or has forgotten it, gets another one.</summary>
    private const string Another = "1";

    private static readonly Option OfAnother = new(Another[0], Phrases.OtherSecret);
    private static readonly Option OfFamily = new(ForFamily[0], Phrases.ForFamily);

    private static Ask AskQuestion(Notes notes, bool isFirst = false)
    {
        var (_, text, kind, digits) = notes.Questions[0];
        return kind switch
        {
            QuestionKind.Numeric => new Ask(
                IdentityPrompts.Question(text),
                new Answer.Digits(digits, digits) { Alone = isFirst ? ForFamily : "", IsIdentity = true }
            ),
            QuestionKind.Text => new Ask(
                IdentityPrompts.SpokenQuestion(text),
                isFirst ? new Answer.Spoken(OfAnother, OfFamily) : new Answer.Spoken(OfAnother)
            ),
            QuestionKind.Dynamic => new Ask(
                IdentityPrompts.AmountQuestion(text),
                new Answer.Digits(1, digits) { IsAmount = true, IsIdentity = true }
            ),
        };
    }

    private async Task<Heard?> HearAnswerAsync(Call call, Notes notes, CallEvent heard, CancellationToken cancellationToken) =>
        (notes.Questions[0].Kind, heard) switch
        {
            (QuestionKind.Text, Pressed { Keys: Another }) => AskAnother(notes),
            (QuestionKind.Text, Said { Words: var words }) when SpokenAnswer.IsAnswer(words) => await AnswerAsync(
                call,
                notes,
                words,
                cancellationToken
            ),
            (not QuestionKind.Text, Pressed { Keys: var keys }) => await AnswerAsync(call, notes, keys, cancellationToken),
            _ => NotUnderstood,
        };

    /// <summary>Nothing was answered, so no attempt is spent; the question does not come again. Those that are keyed come first.</summary>
    private static Heard? AskAnother(Notes notes)
    {
        var rest = notes.Questions.Skip(1).OrderBy(question => question.Kind == QuestionKind.Text).ToList();
        return rest.Count == 0 ? Understood(Trigger.OutOfTries) : Understood(Trigger.OtherWanted, notes with { Questions = rest });
    }

    private async Task<Heard?> DrawAsync(Call call, Claim claim, Trigger drawn, Notes notes, CancellationToken cancellationToken)
    {
        var all = await questions.DrawAsync(call, claim, cancellationToken);
        var open = all.Where(question => !notes.Answered.Contains(question.Id)).ToList();
        return open.Count == 0 ? Understood(Trigger.OutOfTries) : Understood(drawn, notes with { Claim = claim, Questions = open });
    }

    private async Task<Heard?> AnswerAsync(Call call, Notes notes, string answer, CancellationToken cancellationToken)
    {
        if (notes.Claim is not { } claim)
        {
            return Understood(Trigger.OutOfTries); // Nobody was named: kept notes that say otherwise are not ours.
        }

        var asked = notes.Questions[0];
        var verdict = await questions.AnswerAsync(call, claim, asked, answer, cancellationToken);
        var rest = notes with { Questions = [.. notes.Questions.Skip(1)] };
        var answered = rest with { Answered = [.. notes.Answered, asked.Id] };
        return verdict switch
        {
            Verdict.Right => await RightAsync(call, claim, answered, call.Identity.NeedsCode, cancellationToken),
            Verdict.RightWithCode => await RightAsync(call, claim, answered, needsCode: true, cancellationToken),
            Verdict.Wrong when rest.Questions.Count > 0 => Understood(Trigger.AnsweredWrong, rest),
            _ => Understood(Trigger.OutOfTries, rest),
        };
    }

    private async Task<Heard?> RightAsync(Call call, Claim claim, Notes notes, bool needsCode, CancellationToken cancellationToken)
    {
        var reached = notes.Answered.Count > 1 ? Level.L2 : Level.L1Plus;
        var known = call with
        {
            Identity = new Identity
            {
                WalletId = claim.WalletId,
                Level = reached,
                ProvenAt = call.Identity.ProvenAt ?? call.Now,
                Answered = notes.Answered,
                NeedsCode = needsCode,
            },
        };
        if (reached == Level.L2 && !needsCode)
        {
            await questions.ForgiveAsync(call, claim, cancellationToken);
        }

        var fact =
            known.Identity.Reaches(notes.Needed, notes.Action) ? Trigger.Proven
            : reached == Level.L2 ? Trigger.CodeNeeded
            : notes.Questions.Count > 0 ? Trigger.AnsweredRight
            : Trigger.OutOfTries;
        return Understood(fact, notes) with { Call = known };
    }
}

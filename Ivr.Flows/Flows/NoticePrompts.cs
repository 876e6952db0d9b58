using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of what is sent to owners: read rather than heard, without links or numbers to call.</summary>
public static class NoticePrompts
{
    public static Prompt For(Notice notice) =>
        notice switch
        {
            Notice.Unlocked => new("notice/unlocked"),
            Notice.QuestionsPaused => new("notice/questions-paused"),
            Notice.PromiseBroken broken => new(
                "notice/promise-broken",
                ("day", new InstantDay(broken.DueAt)),
                ("answer", new InstantDay(broken.AnsweredBy)),
                ("case", new Written(broken.CaseNo))
            ),
            Notice.NotReached missed => new(
                "notice/not-reached",
                ("answer", new InstantDay(missed.AnsweredBy)),
                ("case", new Written(missed.CaseNo))
            ),
            Notice.CaseOpened opened => new("notice/case-opened", ("case", new Written(opened.CaseNo))),
            Notice.AnswerInApp answer => new("notice/answer-in-app", ("case", new Written(answer.CaseNo))),
            Notice.Frozen => new("notice/frozen"),
            Notice.FaqAnswer sent => new("notice/faq-answer", ("answer", sent.Answer)),
            Notice.Code { Digits: { } digits } => Code(new Written(digits)),
            Notice.Code => new("notice/code-over"),
            Notice.CodesLocked => new("notice/codes-locked"),
            Notice.RefundRequested requested => new("notice/refund-requested", ("refund", new Written(requested.RefundNo))),
            _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.GetType().Name, "There are no words for such a notice."),
        };

    public static Prompt Code(Written code) => new("notice/code", ("code", code));
}

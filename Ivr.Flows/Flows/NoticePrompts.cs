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
            Notice.CaseOpened opened => new("notice/case-opened", ("case", new Written(opened.CaseNo))),
            Notice.RefundRequested requested => new("notice/refund-requested", ("refund", new Written(requested.RefundNo))),
            _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.GetType().Name, "There are no words for such a notice."),
        };
}

using Ivr.Flows.Prompts;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of notices as the prompts folder has them, with what lay sealed opened for this moment.</summary>
public sealed class NoticeText(PromptBook prompts, IReadableNotices sealedNotices) : INoticeText
{
    public async Task<string?> WriteAsync(Notice notice, Language language, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await sealedNotices.OpenAsync(notice, now, cancellationToken);
        return open is Notice.Code { Digits: null } ? null : prompts.Say(NoticePrompts.For(open), PromptForm.Text, language, now);
    }
}

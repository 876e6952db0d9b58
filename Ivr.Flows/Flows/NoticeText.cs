using Ivr.Flows.Prompts;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of notices as the prompts folder has them.</summary>
public sealed class NoticeText(PromptBook prompts) : INoticeText
{
    public Task<string?> WriteAsync(Notice notice, Language language, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(prompts.Say(NoticePrompts.For(notice), PromptForm.Text, language, now));
}

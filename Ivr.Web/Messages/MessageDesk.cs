using System.Text.Json;
using Ivr.Data.Connections;
using Ivr.Data.Messages;
using Ivr.Data.Stores;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Ivr.Web.Voice;

namespace Ivr.Web.Messages;

/// <summary>Something to do outside the house.</summary>
/// <param name="Text">What to send; null where the message is to be looked for.</param>
public sealed record Errand(ClaimedMessage Message, string? Text);

/// <summary>
/// Takes messages that are due and decides where they go. What stays in the house is done in the transaction that took it; what leaves is
/// written down before it does.
/// </summary>
public sealed class MessageDesk(
    TurnScope turn,
    Outbox outbox,
    MessageBudgets budgets,
    MessageOptOuts optOuts,
    AppInbox inbox,
    INoticeText texts,
    MessageMarker marker,
    MessageOptions options,
    HotlineLanguages languages,
    TimeProvider clock,
    Metrics metrics,
    ILogger<MessageDesk> log
)
{
    /// <summary>The next errand; null where nothing is due.</summary>
    public async Task<Errand?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            if (await outbox.ClaimAsync(options, now, cancellationToken) is not { } message)
            {
                // What was in doubt may have been written all the same.
                await turn.CommitAsync(cancellationToken);
                return null;
            }

            if (message.State == MessageState.Unknown)
            {
                await turn.CommitAsync(cancellationToken);
                return new Errand(message, null);
            }

            if (await TakeAsync(message, now, cancellationToken) is { } text)
            {
                return new Errand(message, text);
            }
        }
    }

    /// <returns>The text to send; null where the message is done.</returns>
    private async Task<string?> TakeAsync(ClaimedMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (message.ExpiresAt <= now)
        {
            return await BuryAsync(message, "EXPIRED", cancellationToken);
        }

        string? text;
        try
        {
            text = await WriteAsync(message, now, cancellationToken);
        }
        catch (Exception cause) when (cause is JsonException or NotSupportedException or KeyNotFoundException or ArgumentException)
        {
            log.Unreadable(message.Id, message.Template, cause.GetType().Name);
            return await BuryAsync(message, "UNREADABLE", cancellationToken);
        }

        if (text is null)
        {
            return await FinishAsync(message, new Settlement(MessageState.Needless), cancellationToken);
        }

        switch (options.To)
        {
            case MessageChannel.Demo:
                var shown = new Settlement(MessageState.Sent) { Channel = MessageChannel.Demo, SentAt = now };
                return await FinishAsync(message, shown, cancellationToken);
            case MessageChannel.App:
                return await ToAppAsync(message, text, null, now, cancellationToken);
            case MessageChannel.Sms when await ObstacleAsync(message, now, cancellationToken) is { } obstacle:
                return await ToAppAsync(message, text, obstacle, now, cancellationToken);
            default:
                await outbox.LeaveAsync(message, marker.Of(text), now, cancellationToken);
                await turn.CommitAsync(cancellationToken);
                return text;
        }
    }

    /// <returns>Null where there is nothing to tell any more.</returns>
    private async Task<string?> WriteAsync(ClaimedMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var notice = JsonSerializer.Deserialize<Notice>(message.Body) ?? throw new JsonException("There is no notice.");
        var language = Languages.TryParse(message.Language, out var known) ? known : languages.First;
        return await texts.WriteAsync(notice, language, now, cancellationToken);
    }

    /// <summary>Why a message may not go by short message.</summary>
    private async Task<string?> ObstacleAsync(ClaimedMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await optOuts.IsOutAsync(message.To, cancellationToken))
        {
            return "OPTED_OUT";
        }

        if (!options.Serves(message.To))
        {
            return "COUNTRY_NOT_SERVED";
        }

        if (message.IsBudgeted || await budgets.TrySpendAsync(message, now, cancellationToken) is not { } spent)
        {
            return null;
        }

        if (spent is { IsNews: true, Kind: not "account" })
        {
            metrics.BudgetSpent(spent.Kind);
            log.BudgetSpent(spent.Kind);
        }

        return "OVER_BUDGET";
    }

    private async Task<string?> ToAppAsync(
        ClaimedMessage message,
        string text,
        string? because,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (message.WalletId is not { } walletId)
        {
            return await BuryAsync(message, because ?? "NO_WALLET", cancellationToken);
        }

        await inbox.PutAsync(message, walletId, text, cancellationToken);
        var delivered = new Settlement(MessageState.Delivered)
        {
            Channel = MessageChannel.App,
            SentAt = now,
            ErrorCode = because,
        };
        return await FinishAsync(message, delivered, cancellationToken);
    }

    private async Task<string?> BuryAsync(ClaimedMessage message, string code, CancellationToken cancellationToken)
    {
        await FinishAsync(message, new Settlement(MessageState.Dead) { ErrorCode = code }, cancellationToken);
        log.Dead(message.Id, code);
        return null;
    }

    private async Task<string?> FinishAsync(ClaimedMessage message, Settlement how, CancellationToken cancellationToken)
    {
        await outbox.SettleAsync(message, how, cancellationToken);
        await turn.CommitAsync(cancellationToken);
        metrics.MessageSettled(how);
        return null;
    }
}

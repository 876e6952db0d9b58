using Ivr.Data.Connections;
using Ivr.Data.Messages;
using Ivr.Data.Stores;
using Ivr.Web.Voice;

namespace Ivr.Web.Messages;

/// <summary>Runs the errands: asks the carrier, with no transaction open, and then writes down what came of it.</summary>
public sealed class MessageCourier(
    TurnScope turn,
    Outbox outbox,
    MessageOptOuts optOuts,
    MessageMarker marker,
    Carrier carrier,
    MessageOptions options,
    TimeProvider clock,
    Metrics metrics,
    ILogger<MessageCourier> log
)
{
    /// <summary>A message may be sent again as often as nobody can tell whether it was.</summary>
    private const int MostTries = 5;

    private const string OptedOut = "21610";

    /// <summary>Clocks differ, and the carrier's shows whole seconds.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    public async Task RunAsync(Errand errand, CancellationToken cancellationToken)
    {
        var settlement = errand.Text is { } text
            ? await SendAsync(errand.Message, text, cancellationToken)
            : await LookForAsync(errand.Message, cancellationToken);
        var isOurs = await outbox.SettleAsync(errand.Message, settlement, cancellationToken);
        await turn.CommitAsync(cancellationToken);
        if (isOurs)
        {
            metrics.MessageSettled(settlement);
        }
    }

    private async Task<Settlement> SendAsync(ClaimedMessage message, string text, CancellationToken cancellationToken)
    {
        var tries = message.Attempts + 1;
        switch (await carrier.SendAsync(message.Id, message.To, text))
        {
            case SendResult.Accepted accepted:
                return Sent(accepted.Sid) with { Attempts = tries };

            case SendResult.NotNow notNow:
                if (tries == Backoff.QuickTries)
                {
                    log.CarrierAway(message.Id, notNow.Code);
                }

                return new Settlement(MessageState.Queued)
                {
                    DueAt = clock.GetUtcNow() + Backoff.After(tries, Random.Shared.NextDouble()),
                    ErrorCode = notNow.Code,
                    Attempts = tries,
                };

            case SendResult.Refused refused:
                if (refused.Code == OptedOut)
                {
                    await optOuts.AddAsync(message.To, clock.GetUtcNow(), cancellationToken);
                }

                log.Refused(message.Id, refused.Code);
                return new Settlement(MessageState.Dead) { ErrorCode = refused.Code, Attempts = tries };

            case var unclear:
                return InDoubt(((SendResult.Unclear)unclear).Code) with { Attempts = tries, IsBudgeted = false };
        }
    }

    /// <summary>By its recipient, its time and its text, among those that are not accounted for by another row.</summary>
    private async Task<Settlement> LookForAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        if (await carrier.FindAsync(message.To) is not { } all)
        {
            return message.ExpiresAt <= clock.GetUtcNow() ? Lost(message) : InDoubt("NOT_LOOKED_UP");
        }

        var since = (message.LeftAt ?? message.CreatedAt) - ClocksDiffer;
        foreach (var one in all.Where(one => one.At >= since && marker.Of(one.Text) == message.Marker))
        {
            if (!await outbox.IsKnownAsync(one.Sid, cancellationToken))
            {
                log.Found(message.Id);
                return Sent(one.Sid);
            }
        }

        if (message.Attempts >= MostTries)
        {
            return Lost(message);
        }

        log.SentAgain(message.Id);
        return new Settlement(MessageState.Queued) { DueAt = clock.GetUtcNow() };
    }

    private Settlement Sent(string messageSid) =>
        new(MessageState.Sent)
        {
            Channel = MessageChannel.Sms,
            MessageSid = messageSid,
            SentAt = clock.GetUtcNow(),
        };

    private Settlement InDoubt(string code) =>
        new(MessageState.Unknown) { DueAt = clock.GetUtcNow().AddSeconds(options.SettleSeconds), ErrorCode = code };

    private Settlement Lost(ClaimedMessage message)
    {
        log.Dead(message.Id, "OUTCOME_UNKNOWN");
        return new Settlement(MessageState.Dead) { ErrorCode = "OUTCOME_UNKNOWN" };
    }
}

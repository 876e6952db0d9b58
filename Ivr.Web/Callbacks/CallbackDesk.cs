using System.Security.Cryptography;
using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Ivr.Web.Hosting;
using Ivr.Web.Messages;
using Ivr.Web.Voice;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Callbacks;

/// <summary>A call that this node has to place now.</summary>
/// <param name="From">The hotline's number.</param>
/// <param name="Token">The name of the attempt.</param>
public sealed record CallToPlace(KeptCallback Callback, string From, string Token);

/// <summary>Takes promised calls that are due, writes that down before anything leaves, and what came of it after.</summary>
public sealed class CallbackDesk(
    TurnScope turn,
    CallbackLedger ledger,
    CallbackAttempts attempts,
    IAgents agents,
    CallbackPolicy policy,
    IOptions<HotlineOptions> options,
    TimeProvider clock,
    Metrics metrics,
    ILogger<CallbackDesk> log
)
{
    /// <summary>Twilio's own time limit may come a little late.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <summary>What the carrier answers where our own account is at fault, and not the number.</summary>
    private static readonly string[] OurFault = ["20003", "401", "403"];

    private readonly CallbackOptions settings = options.Value.Callbacks;

    /// <summary>The next call; null where none may be placed now.</summary>
    public async Task<CallToPlace?> NextAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var next =
            (await agents.OpeningAsync(now, cancellationToken)).IsOpen
            && await ledger.CountCallingAsync(cancellationToken) < settings.AtOnce
                ? await TakeFirstAsync(await ledger.FindDueAsync(now, cancellationToken), now, cancellationToken)
                : null;
        await turn.CommitAsync(cancellationToken);
        return next;
    }

    /// <summary>What came of the request. Where nobody can tell, the call itself will, or the attempt counts.</summary>
    public async Task SettleAsync(CallToPlace call, SendResult result, CancellationToken cancellationToken)
    {
        var (id, attempt) = (call.Callback.Id, call.Callback.Callback.Attempts);
        switch (result)
        {
            case SendResult.Accepted accepted:
                log.Placed(id, attempt, accepted.Sid);
                await ledger.NameCallAsync(call.Token, accepted.Sid, cancellationToken);
                break;

            case SendResult.Refused refused when !OurFault.Contains(refused.Code):
                log.Refused(id, refused.Code);
                await attempts.MissAsync(call.Callback, cancellationToken);
                break;

            case SendResult.Refused { Code: var code }:
                log.Refused(id, code);
                await PutBackAsync(call.Callback, cancellationToken);
                break;

            case SendResult.NotNow { Code: var code }:
                log.PutBack(id, code);
                await PutBackAsync(call.Callback, cancellationToken);
                break;

            case SendResult.Unclear { Code: var code }:
                log.InDoubt(id, code);
                break;
        }

        await turn.CommitAsync(cancellationToken);
    }

    public Task<IReadOnlyList<KeptCallback>> FindUnheardAsync(CancellationToken cancellationToken) =>
        ledger.FindUnheardAsync(clock.GetUtcNow(), cancellationToken);

    /// <summary>An attempt of which nothing was heard in time.</summary>
    /// <param name="isOver">Null where Twilio does not say: then it is over once the longest call would be.</param>
    public async Task SettleUnheardAsync(KeptCallback kept, bool? isOver, CancellationToken cancellationToken)
    {
        if ((await ledger.FindAsync(kept.Token ?? "", cancellationToken))?.Callback != kept.Callback)
        {
            // Somebody answered, or it ended, while Twilio was asked.
            return;
        }

        var now = clock.GetUtcNow();
        if (isOver == true || now >= kept.BegunAt + Longest || kept.Callback.Answer(now, Callback.Unheard) is not { } goesOn)
        {
            await attempts.MissAsync(kept, cancellationToken);
        }
        else
        {
            await ledger.MoveAsync(kept.Id, kept.Callback, goesOn, now, cancellationToken);
        }

        await turn.CommitAsync(cancellationToken);
    }

    /// <summary>From the beginning of the attempt to the end of the longest call.</summary>
    private TimeSpan Longest => TimeSpan.FromSeconds(settings.TimeLimitSeconds) + Callback.Unheard + Late;

    private async Task<CallToPlace?> TakeFirstAsync(
        IReadOnlyList<KeptCallback> due,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        foreach (var kept in due)
        {
            if (!policy.Allows(kept.E164) || NumberOf(kept) is not { } from)
            {
                await attempts.GiveUpAsync(kept, cancellationToken);
                continue;
            }

            if (kept.Callback.Begin(now) is { } begun && await ledger.MoveAsync(kept.Id, kept.Callback, begun, now, cancellationToken))
            {
                var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
                await ledger.NameAttemptAsync(kept.Id, token, now, cancellationToken);
                metrics.CallbackMoved(begun.State);
                return new CallToPlace(kept with { Callback = begun }, from, token);
            }
        }

        return null;
    }

    /// <summary>The one that the caller had dialled, which they know; null where there is none to call from.</summary>
    private string? NumberOf(KeptCallback kept) => CallerNumber.From(kept.Hotline ?? "", null) ?? settings.From;

    private async Task PutBackAsync(KeptCallback kept, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (kept.Callback.PutBack(now) is { } waiting)
        {
            await ledger.MoveAsync(kept.Id, kept.Callback, waiting, now, cancellationToken);
        }
    }
}

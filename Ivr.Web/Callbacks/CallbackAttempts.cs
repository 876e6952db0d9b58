using Ivr.Data.Stores;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Ivr.Web.Jobs;
using Ivr.Web.Voice;

namespace Ivr.Web.Callbacks;

/// <summary>Ends attempts that reached nobody; where no other follows, somebody else has to look after the caller.</summary>
public sealed class CallbackAttempts(
    CallbackLedger ledger,
    Amends amends,
    TimeProvider clock,
    Metrics metrics,
    ILogger<CallbackAttempts> log
)
{
    /// <summary>Nothing happens where the attempt is over already.</summary>
    public async Task MissAsync(KeptCallback kept, CancellationToken cancellationToken)
    {
        if (kept.Callback.Miss(clock.GetUtcNow()) is { } missed)
        {
            await LeaveAsync(kept, missed, cancellationToken);
        }
    }

    /// <summary>A number that may not be called is not, however often it is tried.</summary>
    public async Task GiveUpAsync(KeptCallback kept, CancellationToken cancellationToken)
    {
        if (kept.Callback.Close(CallbackState.GivenUp) is { } over)
        {
            await LeaveAsync(kept, over, cancellationToken);
        }
    }

    private async Task LeaveAsync(KeptCallback kept, Callback next, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await ledger.MoveAsync(kept.Id, kept.Callback, next, now, cancellationToken))
        {
            return;
        }

        metrics.CallbackMoved(next.State);
        if (next.State != CallbackState.GivenUp)
        {
            return;
        }

        log.GivenUp(kept.Id, next.Attempts);
        var promisedIn = new Call
        {
            Sid = kept.CallSid,
            From = kept.E164,
            To = kept.Hotline ?? "",
            StartedAt = now,
            Now = now,
            Identity = new Identity { WalletId = kept.WalletId },
        };
        await amends.MakeAsync(
            promisedIn,
            CaseType.NotReached,
            $"callback:{kept.Id}",
            isAnswerPromised: true,
            (caseNo, answer) => new Notice.NotReached(answer, caseNo),
            cancellationToken
        );
    }
}

using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>What a refund needs of the hotline.</summary>
public enum RefundStanding
{
    /// <summary>Nothing but to be told.</summary>
    Fine,

    /// <summary>The day that was told is over.</summary>
    Late,

    /// <summary>The new day that was told is over as well.</summary>
    LateAgain,

    /// <summary>The merchant had its time and did not answer.</summary>
    Unanswered,

    Arrived,

    /// <summary>It was refused, and the time to disagree is not over.</summary>
    Disputable,
}

/// <summary>Reads one refund as it is now, against the dates that were told of it, and promises the date it is about to be told with.</summary>
public sealed class RefundReader(IRefunds refunds, IToldDates told, DatedPromises promises, MarketTime market)
{
    /// <returns>The refund with the day it is expected, how it stands, and the day of the merchant's answer where that is waited for.</returns>
    public async Task<(Refund Refund, RefundStanding Standing, DateTimeOffset? AnswerDue)> ReadAsync(
        Call call,
        long walletId,
        Refund known,
        CancellationToken cancellationToken
    )
    {
        var refund = await refunds.FindOneAsync(walletId, known.Id, cancellationToken) ?? known;
        if (refund.IsOnItsWay)
        {
            return await OnItsWayAsync(call, walletId, refund, cancellationToken);
        }

        var standing = refund.State switch
        {
            RefundState.Succeeded => RefundStanding.Arrived,
            RefundState.Rejected when RefundRules.MayDispute(refund, call.Now) => RefundStanding.Disputable,
            RefundState.Requested when RefundRules.IsUnanswered(refund, market, call.Now) => RefundStanding.Unanswered,
            _ => RefundStanding.Fine,
        };
        if (
            refund.State != RefundState.Requested
            || standing != RefundStanding.Fine
            || RefundRules.AnswerDue(refund, market) is not { } due
        )
        {
            return (refund, standing, null);
        }

        var rule = PromiseRule.MerchantAnswered;
        return (refund, standing, await promises.OnDayOfAsync(call, walletId, Subject(refund), rule, due, cancellationToken));
    }

    private static string Subject(Refund refund) => $"refund:{refund.Id}";

    private async Task<(Refund, RefundStanding, DateTimeOffset?)> OnItsWayAsync(
        Call call,
        long walletId,
        Refund refund,
        CancellationToken cancellationToken
    )
    {
        var (subject, rule) = (Subject(refund), PromiseRule.RefundArrived);
        var dates = await told.FindAsync(walletId, subject, rule, cancellationToken);

        // What the wallet expects counts first; where it expects nothing, what the caller was told first does.
        var first = refund.ExpectedAt is { } expected
            ? market.EndOf(market.DayOf(expected))
            : dates.Cast<DateTimeOffset?>().FirstOrDefault();
        if (first < call.Now)
        {
            var isLateAgain = dates.Any(date => date > first && date < call.Now);
            return (refund with { ExpectedAt = first }, isLateAgain ? RefundStanding.LateAgain : RefundStanding.Late, null);
        }

        var due = first is { } day
            ? await promises.OnDayOfAsync(call, walletId, subject, rule, day, cancellationToken)
            : await promises.AfterWorkdaysAsync(call, walletId, subject, rule, RefundRules.ArrivalWorkdays(refund), cancellationToken);
        return (refund with { ExpectedAt = due }, RefundStanding.Fine, null);
    }
}

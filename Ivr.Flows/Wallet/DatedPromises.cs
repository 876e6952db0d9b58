using Ivr.Flows.Calls;

namespace Ivr.Flows.Wallet;

/// <summary>Turns dates into promises: what a caller is about to be told is written down in the same turn.</summary>
public sealed class DatedPromises(IPromises promises, IToldDates told, MarketTime market)
{
    /// <summary>The end of a day: what the wallet expects at some time of it is late only then.</summary>
    public DateTimeOffset? EndOfDay(DateTimeOffset? at) => at is { } known ? market.EndOf(market.DayOf(known)) : null;

    /// <summary>The end of the day on which something is known to happen.</summary>
    public async Task<DateTimeOffset> OnDayOfAsync(
        Call call,
        long walletId,
        string subject,
        PromiseRule rule,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var due = market.EndOf(market.DayOf(at));
        await promises.MakeAsync(call, new Promise(walletId, subject, rule, due), cancellationToken);
        return due;
    }

    /// <summary>
    /// The date that was told before, while it lies ahead: asking again moves nothing. Else the end of the day so many working days from now;
    /// null, with nothing promised, where the calendar does not reach so far.
    /// </summary>
    public Task<DateTimeOffset?> AfterWorkdaysAsync(
        Call call,
        long walletId,
        string subject,
        PromiseRule rule,
        int workdays,
        CancellationToken cancellationToken
    ) => TellAsync(call, walletId, subject, rule, market.AfterWorkdays(call.Now, workdays), cancellationToken);

    /// <summary>The same for days of any kind.</summary>
    public Task<DateTimeOffset?> AfterDaysAsync(
        Call call,
        long walletId,
        string subject,
        PromiseRule rule,
        int days,
        CancellationToken cancellationToken
    ) => TellAsync(call, walletId, subject, rule, market.EndOf(market.DayOf(call.Now).AddDays(days)), cancellationToken);

    /// <summary>The same for hours, up to the full hour.</summary>
    public Task<DateTimeOffset?> AfterHoursAsync(
        Call call,
        long walletId,
        string subject,
        PromiseRule rule,
        int hours,
        CancellationToken cancellationToken
    )
    {
        var at = call.Now.AddHours(hours);
        var sinceHour = TimeSpan.FromTicks(market.LocalOf(at).Ticks % TimeSpan.TicksPerHour);
        return TellAsync(call, walletId, subject, rule, at - sinceHour + TimeSpan.FromHours(1), cancellationToken);
    }

    private async Task<DateTimeOffset?> TellAsync(
        Call call,
        long walletId,
        string subject,
        PromiseRule rule,
        DateTimeOffset? fresh,
        CancellationToken cancellationToken
    )
    {
        var before = await told.FindAsync(walletId, subject, rule, cancellationToken);
        var ahead = before.Where(date => date >= call.Now).Cast<DateTimeOffset?>().LastOrDefault();
        if (ahead is null && fresh is { } due)
        {
            await promises.MakeAsync(call, new Promise(walletId, subject, rule, due), cancellationToken);
        }

        return ahead ?? fresh;
    }
}

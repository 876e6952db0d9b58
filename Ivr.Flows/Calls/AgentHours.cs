using Ivr.Flows.Calendars;

namespace Ivr.Flows.Calls;

/// <summary>When people are there: hours, the market's holidays, and days that are closed besides.</summary>
/// <param name="spans">None means always.</param>
/// <param name="extraDays">Closed whatever the hours say.</param>
/// <param name="closedOnHolidays">Whether the market's public holidays are closed; hours of working days never hold on them.</param>
public sealed class AgentHours(MarketTime market, IReadOnlyList<HoursSpan> spans, IReadOnlyList<DateOnly> extraDays, bool closedOnHolidays)
{
    /// <summary>The longest way to the next opening that is looked at, in days.</summary>
    private const int Horizon = 60;

    /// <summary>Whether it is open, why not, and when it opens next.</summary>
    /// <param name="closedUntil">Closed by hand until then; <see cref="DateTimeOffset.MaxValue"/> until somebody opens again.</param>
    public Opening At(DateTimeOffset at, DateTimeOffset? closedUntil = null)
    {
        if (closedUntil is { } until && until > at)
        {
            return Closed(ClosedBecause.ByHand, until == DateTimeOffset.MaxValue ? null : NextFrom(until));
        }

        var (day, minute) = Split(at);
        var because = WhyClosed(day);
        return because is null && IsWithin(day, minute)
            ? new Opening { Hours = spans }
            : Closed(because ?? ClosedBecause.OfTheHour, NextFrom(at), market.Workdays.HolidayOn(day));
    }

    private bool IsWithin(DateOnly day, int minute) =>
        spans.Count == 0 || spans.Any(span => span.IsOn(day, market.Workdays) && span.From <= minute && minute < span.To);

    private Opening Closed(ClosedBecause because, DateTimeOffset? opensAt, Holiday? holiday = null) =>
        new()
        {
            Closed = because,
            OpensAt = opensAt,
            Holiday = because == ClosedBecause.Holiday ? holiday : null,
            Hours = spans,
        };

    /// <summary>Why the whole day is closed; null where it is not.</summary>
    private ClosedBecause? WhyClosed(DateOnly day)
    {
        if (extraDays.Contains(day))
        {
            return ClosedBecause.ExtraDay;
        }

        var works = spans.Count == 0 || spans.Any(span => span.IsOn(day, market.Workdays));
        return spans.Count > 0 && market.Workdays.HolidayOn(day) is not null && (closedOnHolidays || !works) ? ClosedBecause.Holiday : null;
    }

    private DateTimeOffset? NextFrom(DateTimeOffset at)
    {
        var (first, minute) = Split(at);
        for (var day = first; day < first.AddDays(Horizon); day = day.AddDays(1))
        {
            var earliest = day == first ? minute : 0;
            var starts =
                WhyClosed(day) is not null ? []
                : spans.Count == 0 ? [earliest]
                : spans
                    .Where(span => span.IsOn(day, market.Workdays) && span.To > earliest)
                    .Select(span => Math.Max(span.From, earliest))
                    .ToList();
            if (starts.Count > 0)
            {
                return market.At(day, starts.Min());
            }
        }

        return null;
    }

    private (DateOnly Day, int Minute) Split(DateTimeOffset at)
    {
        var local = market.LocalOf(at);
        return (DateOnly.FromDateTime(local), local.Hour * 60 + local.Minute);
    }
}

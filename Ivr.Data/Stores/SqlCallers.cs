using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Knows calling numbers from <c>caller_settings</c>, <c>nuisance_numbers</c> and the account they are registered for.</summary>
public sealed class SqlCallers(TurnScope turn, MarketTime market, OpeningOptions opening) : ICallers
{
    private const int ElderFrom = 65;

    private static readonly TimeSpan Recent = TimeSpan.FromHours(48);

    private const string Find = """
        select (select language from caller_settings where e164 = @e164) as language,
               (select until from nuisance_numbers where e164 = @e164) as nuisance_until,
               (select cast(c.birth_date as char(10)) from phone_bindings p join customers c on c.id = p.customer_id where p.e164 = @e164) as birth_date,
               (select c.elder_mode from phone_bindings p join customers c on c.id = p.customer_id where p.e164 = @e164) as elder_mode
        """;

    private const string FindReasons = """
        select (select count(*) from wallet_locks l
                where l.wallet_id = w.id and l.released_at is null and (l.auto_release_at is null or l.auto_release_at > @now)) as locks,
               (select count(*) from refunds f
                where f.wallet_id = w.id and f.state in ('APPROVED', 'PROCESSING') and f.expected_at < @now) as late_refunds,
               (select count(*) from payments y
                where y.wallet_id = w.id and y.created_at >= @since and y.status in ('FAILED', 'PROCESSING', 'REVERSING')) as failed_payments
        from phone_bindings p
        join wallets w on w.customer_id = p.customer_id
        where p.e164 = @e164
        """;

    private const string Remember = """
        update caller_settings
        set language = @language, updated_at = @now
        where e164 = @e164
        """;

    private const string RememberNew = """
        insert into caller_settings (e164, language, updated_at)
        select @e164, @language, @now
        where not exists (select 1 from caller_settings where e164 = @e164)
        """;

    private const string Block = """
        insert into nuisance_numbers (e164, until, reason, blocked_at)
        values (@e164, @until, @reason, @now)
        """;

    private const string Allow = """
        delete from nuisance_numbers
        where e164 = @e164
        """;

    private sealed class Row
    {
        public string? Language { get; init; }
        public DateTimeOffset? NuisanceUntil { get; init; }

        /// <summary>As year, month and day, whether it is kept as a date or as text.</summary>
        public string? BirthDate { get; init; }
        public bool? ElderMode { get; init; }
    }

    private sealed class Reasons
    {
        public int Locks { get; init; }
        public int LateRefunds { get; init; }
        public int FailedPayments { get; init; }
    }

    public async Task<CallerProfile> FindAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.CallerNumber is not { } e164 || await turn.FindAsync<Row>(Find, new { e164 }, cancellationToken) is not { } row)
        {
            return new CallerProfile();
        }

        return new CallerProfile
        {
            Language = Languages.TryParse(row.Language, out var language) ? language : null,
            IsNuisance = row.NuisanceUntil > call.Now,
            IsElder = row.ElderMode == true || IsElder(row.BirthDate, market.DayOf(call.Now)),
            Reason = opening.StateAware ? await FindReasonAsync(e164, call.Now, cancellationToken) : null,
        };
    }

    public async Task RememberLanguageAsync(Call call, Language language, CancellationToken cancellationToken)
    {
        if (call.CallerNumber is { } e164)
        {
            var row = new
            {
                e164,
                language = language.Tag(),
                now = call.Now,
            };
            if (await turn.ExecuteAsync(Remember, row, cancellationToken) == 0)
            {
                await turn.ExecuteAsync(RememberNew, row, cancellationToken);
            }
        }
    }

    /// <summary>Shuts a number out until then.</summary>
    public async Task BlockAsync(string e164, string reason, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await AllowAsync(e164, cancellationToken);
        await turn.ExecuteAsync(
            Block,
            new
            {
                e164,
                until,
                reason,
                now,
            },
            cancellationToken
        );
    }

    /// <summary>False where the number was not shut out.</summary>
    public async Task<bool> AllowAsync(string e164, CancellationToken cancellationToken) =>
        await turn.ExecuteAsync(Allow, new { e164 }, cancellationToken) == 1;

    private async Task<LikelyReason?> FindReasonAsync(string e164, DateTimeOffset now, CancellationToken cancellationToken) =>
        await turn.FindAsync<Reasons>(
            FindReasons,
            new
            {
                e164,
                now,
                since = now - Recent,
            },
            cancellationToken
        ) switch
        {
            { Locks: > 0 } => LikelyReason.AccountLocked,
            { LateRefunds: > 0 } => LikelyReason.RefundLate,
            { FailedPayments: > 0 } => LikelyReason.PaymentFailed,
            _ => null,
        };

    private static bool IsElder(string? birthDate, DateOnly today) =>
        DateOnly.TryParse(birthDate, CultureInfo.InvariantCulture, out var born) && born.AddYears(ElderFrom) <= today;
}

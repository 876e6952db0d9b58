using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Calls;

namespace Ivr.Data.Stores;

/// <summary>
/// Notices one guess tried on many accounts from many numbers, in <c>guess_rates</c>: when a prefix of calling numbers is wrong far more often
/// than it used to be, it gets no questions; when everybody is, right answers prove nothing without a code. An attempt counts before it is compared.
/// </summary>
public sealed class GuessRates(TurnScope turn, VerificationLimits limits, AuditLog audit)
{
    public const string Everybody = "all";

    /// <summary>Numbers that differ in these last digits alone are one prefix.</summary>
    private const int Free = 4;

    private const string Find = """
        select scope, bucket, wrong, weight, total, squares, breached_at
        from guess_rates {for update}
        where scope in (@everybody, @prefix)
        """;

    private const string Change = """
        update guess_rates
        set bucket = @Bucket, wrong = @Wrong, weight = @Weight, total = @Total, squares = @Squares, breached_at = @BreachedAt, counted_at = @now
        where scope = @Scope
        """;

    private const string Add = """
        insert into guess_rates (scope, bucket, wrong, weight, total, squares, breached_at, counted_at)
        select @Scope, @Bucket, @Wrong, @Weight, @Total, @Squares, @BreachedAt, @now
        where not exists (select 1 from guess_rates where scope = @Scope)
        """;

    /// <summary>Both in one round trip.</summary>
    private static readonly string Keep = $"{Change};\n{Add}";

    private readonly List<string> begun = [];

    /// <summary>The kinds of episodes that began in this turn: <c>prefix</c>, <c>system</c>.</summary>
    public IReadOnlyList<string> Begun => begun;

    /// <summary>The scope of a calling number's prefix; null where the number is withheld.</summary>
    internal static string? PrefixOf(Call call) =>
        call.CallerNumber is { } caller ? $"prefix:{caller[..^Math.Min(Free, caller.Length)]}" : null;

    /// <summary>Holds the rows until the turn is over: of two calls at once, the second counts what the first did.</summary>
    public async Task<Rates> FindAsync(Call call, CancellationToken cancellationToken)
    {
        var prefix = PrefixOf(call);
        var rows = await turn.ListAsync<GuessRate>(Find, new { everybody = Everybody, prefix }, cancellationToken);
        return new Rates(Of(Everybody), prefix is null ? null : Of(prefix));

        GuessRate Of(string scope) => (rows.FirstOrDefault(row => row.Scope == scope) ?? GuessRate.New(scope, call.Now)).At(call.Now);
    }

    /// <summary>Counts one more, before it is compared.</summary>
    public async Task SpendAsync(Call call, Rates before, CancellationToken cancellationToken)
    {
        var after = Spent(call, before);
        await KeepAsync(call, after.System, cancellationToken);
        await KeepAsync(call, after.Prefix, cancellationToken);
    }

    /// <summary>It was right: nothing was counted.</summary>
    public async Task GiveBackAsync(Call call, Rates before, CancellationToken cancellationToken)
    {
        await KeepAsync(call, before.System, cancellationToken);
        await KeepAsync(call, before.Prefix, cancellationToken);
    }

    /// <summary>It was wrong: alarms where that is the first one beyond a limit.</summary>
    /// <returns>Whether the prefix gets no more questions.</returns>
    public async Task<bool> NoticeAsync(Call call, Rates before, CancellationToken cancellationToken)
    {
        var after = Spent(call, before);
        await NoticeAsync(call, "system", "codes demanded of everybody", before.System, after.System, cancellationToken);
        await NoticeAsync(call, "prefix", "prefix shut out of the questions", before.Prefix, after.Prefix, cancellationToken);
        return after.Prefix?.IsEpisode(call.Now) == true;
    }

    private Rates Spent(Call call, Rates before) =>
        new(
            Spent(call, before.System, limits.SystemFloor, before.System.Mean + (limits.SystemDeviations * before.System.Deviation)),
            before.Prefix is { } prefix ? Spent(call, prefix, limits.PrefixFloor, limits.PrefixFactor * prefix.Mean) : null
        );

    private static GuessRate Spent(Call call, GuessRate rate, int floor, double usual) =>
        rate with
        {
            Wrong = rate.Wrong + 1,
            BreachedAt = rate.Wrong + 1 >= floor && rate.Wrong + 1 > usual ? call.Now : rate.BreachedAt,
        };

    private async Task NoticeAsync(
        Call call,
        string kind,
        string done,
        GuessRate? before,
        GuessRate? after,
        CancellationToken cancellationToken
    )
    {
        if (before?.IsEpisode(call.Now) == false && after?.IsEpisode(call.Now) == true)
        {
            begun.Add(kind);
            await audit.WriteAsync(call.Sid, AuditLog.Hotline, done, $"call:{call.Sid}", call.Now, cancellationToken);
        }
    }

    private Task KeepAsync(Call call, GuessRate? rate, CancellationToken cancellationToken) =>
        rate is null
            ? Task.CompletedTask
            : turn.ExecuteAsync(
                Keep,
                new
                {
                    rate.Scope,
                    rate.Bucket,
                    rate.Wrong,
                    rate.Weight,
                    rate.Total,
                    rate.Squares,
                    rate.BreachedAt,
                    now = call.Now,
                },
                cancellationToken
            );

    /// <summary>What was counted before an attempt.</summary>
    public sealed record Rates(GuessRate System, GuessRate? Prefix);
}

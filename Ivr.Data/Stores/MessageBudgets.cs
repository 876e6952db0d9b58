using Ivr.Data.Connections;
using Ivr.Data.Messages;

namespace Ivr.Data.Stores;

/// <summary>A budget that is spent.</summary>
/// <param name="Kind"><c>account</c>, <c>prefix</c> or <c>all</c>.</param>
/// <param name="IsNews">Whether this is the first refusal of its episode: one in the window before belongs to the same.</param>
public sealed record SpentBudget(string Kind, bool IsNews);

/// <summary>Counts short messages in <c>message_budgets</c>, exactly, over all nodes: pumping costs no more than what stands in the configuration.</summary>
public sealed class MessageBudgets(TurnScope turn, MessageOptions options)
{
    /// <summary>Digits in which the numbers of one prefix differ.</summary>
    private const int Free = 4;

    private const string Open = """
        insert into message_budgets (scope, window_start, used)
        select @scope, @start, 0
        where not exists (select 1 from message_budgets where scope = @scope and window_start = @start)
        """;

    private const string Spend = """
        update message_budgets
        set used = used + 1
        where scope = @scope and window_start = @start and used < @most
        """;

    private const string GiveBack = """
        update message_budgets
        set used = used - 1
        where scope = @scope and window_start = @start
        """;

    private const string Alarm = """
        update message_budgets
        set alarmed_at = @now
        where scope = @scope and window_start = @start and alarmed_at is null
        """;

    private const string FindAlarm = """
        select alarmed_at
        from message_budgets
        where scope = @scope and window_start = @start
        """;

    private sealed record Budget(string Kind, string Scope, TimeSpan Window, int Most)
    {
        public DateTimeOffset StartOf(DateTimeOffset now) => new(now.UtcTicks - now.UtcTicks % Window.Ticks, TimeSpan.Zero);
    }

    /// <summary>Takes a place in every budget for a message, or in none.</summary>
    /// <returns>The budget that has no place; null where there was room in all.</returns>
    public async Task<SpentBudget?> TrySpendAsync(ClaimedMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var spent = new List<Budget>();
        foreach (var budget in For(message))
        {
            if (!await TrySpendAsync(budget, now, cancellationToken))
            {
                foreach (var before in spent)
                {
                    await turn.ExecuteAsync(GiveBack, new { scope = before.Scope, start = before.StartOf(now) }, cancellationToken);
                }

                return new SpentBudget(budget.Kind, await IsNewsAsync(budget, now, cancellationToken));
            }

            spent.Add(budget);
        }

        return null;
    }

    /// <summary>Always in this order, so that two nodes never wait for each other.</summary>
    private IEnumerable<Budget> For(ClaimedMessage message) =>
        [
            new Budget("account", $"account:{message.WalletId}", TimeSpan.FromDays(1), options.PerAccountPerDay),
            new Budget(
                "prefix",
                $"prefix:{message.To[..^Math.Min(Free, message.To.Length)]}",
                TimeSpan.FromHours(1),
                options.PerPrefixPerHour
            ),
            new Budget("all", "all", TimeSpan.FromHours(1), options.PerHour),
        ];

    private async Task<bool> TrySpendAsync(Budget budget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = new
        {
            scope = budget.Scope,
            start = budget.StartOf(now),
            most = budget.Most,
        };
        await turn.ExecuteAsync(Open, key, cancellationToken);
        return await turn.ExecuteAsync(Spend, key, cancellationToken) == 1;
    }

    private async Task<bool> IsNewsAsync(Budget budget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var start = budget.StartOf(now);
        var first = await turn.ExecuteAsync(
            Alarm,
            new
            {
                scope = budget.Scope,
                start,
                now,
            },
            cancellationToken
        );
        var before = new { scope = budget.Scope, start = start - budget.Window };
        return first == 1 && await turn.FindAsync<DateTimeOffset?>(FindAlarm, before, cancellationToken) is null;
    }
}

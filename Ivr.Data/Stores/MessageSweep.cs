using Ivr.Data.Connections;

namespace Ivr.Data.Stores;

/// <summary>Throws away what is of no use any more.</summary>
public sealed class MessageSweep(TurnScope turn)
{
    private static readonly TimeSpan BudgetsAreKept = TimeSpan.FromDays(3);

    private const string ExpireSecrets = """
        delete from inbox_messages
        where expires_at <= @now
        """;

    private const string ForgetBudgets = """
        delete from message_budgets
        where window_start < @before
        """;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await turn.ExecuteAsync(ExpireSecrets, new { now }, cancellationToken);
        await turn.ExecuteAsync(ForgetBudgets, new { before = now - BudgetsAreKept }, cancellationToken);
        await turn.CommitAsync(cancellationToken);
    }
}

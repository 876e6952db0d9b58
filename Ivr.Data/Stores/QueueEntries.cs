using Ivr.Data.Connections;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Keeps who waits in which queue, what they chose there and how long they waited, in <c>queue_entries</c>.</summary>
public sealed class QueueEntries(TurnScope turn)
{
    /// <summary>Waits that are older say nothing about now.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromHours(2);

    /// <summary>Fewer waits than this are no statistics.</summary>
    private const int Enough = 3;

    /// <summary>The caller hung up: by the end of the call, until the queue itself tells more.</summary>
    public const string CallerLeft = "CALLER_LEFT";

    private const string Enter = """
        insert into queue_entries (call_sid, turn, queue, entered_at)
        select @callSid, @number, @queue, @now
        where not exists (select 1 from queue_entries where call_sid = @callSid and turn = @number)
        """;

    private const string FindLast = """
        select turn, queue, entered_at, choice
        from queue_entries
        where call_sid = @callSid
        order by turn desc {limit 1}
        """;

    private const string Choose = """
        update queue_entries
        set choice = @choice
        where call_sid = @callSid and turn = @number and choice is null and left_at is null
        """;

    private const string Leave = """
        update queue_entries
        set left_at = @now, waited_seconds = @waited, result = @result
        where call_sid = @callSid and turn = @number and (left_at is null or result = 'CALLER_LEFT')
        """;

    private const string EndOfCall = """
        update queue_entries
        set left_at = @now, result = 'CALLER_LEFT'
        where call_sid = @callSid and left_at is null
        """;

    private const string FindWaits = """
        select waited_seconds
        from queue_entries
        where queue = @queue and result = 'SERVED' and left_at >= @since
        order by left_at desc {limit 20}
        """;

    private sealed class Row
    {
        public int Turn { get; init; }
        public required string Queue { get; init; }
        public DateTimeOffset EnteredAt { get; init; }
        public string? Choice { get; init; }
    }

    /// <param name="number">The turn that the caller comes back with.</param>
    public Task EnterAsync(string callSid, int number, string queue, DateTimeOffset now, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(
            Enter,
            new
            {
                callSid,
                number,
                queue,
                now,
            },
            cancellationToken
        );

    /// <summary>The last stay of a call in a queue; null where there was none.</summary>
    public async Task<QueueEntry?> FindLastAsync(string callSid, CancellationToken cancellationToken) =>
        await turn.FindAsync<Row>(FindLast, new { callSid }, cancellationToken) is { } row
            ? new QueueEntry(row.Turn, row.Queue, row.EnteredAt, Codes.Find<QueueChoice>(row.Choice))
            : null;

    /// <summary>The first choice counts.</summary>
    public Task ChooseAsync(string callSid, int number, QueueChoice choice, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(
            Choose,
            new
            {
                callSid,
                number,
                choice = Codes.Of(choice),
            },
            cancellationToken
        );

    public Task LeaveAsync(
        string callSid,
        int number,
        string result,
        int waited,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        turn.ExecuteAsync(
            Leave,
            new
            {
                callSid,
                number,
                result,
                waited,
                now,
            },
            cancellationToken
        );

    /// <summary>The call is over, and nobody said how the stay ended.</summary>
    public Task EndAsync(string callSid, DateTimeOffset now, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(EndOfCall, new { callSid, now }, cancellationToken);

    /// <summary>How long callers who talked to a person have waited lately, on average; null where too few did.</summary>
    public async Task<TimeSpan?> RecentWaitAsync(string queue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waits = await turn.ListAsync<int>(FindWaits, new { queue, since = now - Recent }, cancellationToken);
        return waits.Count < Enough ? null : TimeSpan.FromSeconds(waits.Average());
    }
}

/// <summary>A stay in a queue.</summary>
/// <param name="Turn">The turn that the caller comes back with.</param>
/// <param name="Choice">What the caller chose there; null where they just wait.</param>
public sealed record QueueEntry(int Turn, string Queue, DateTimeOffset EnteredAt, QueueChoice? Choice);

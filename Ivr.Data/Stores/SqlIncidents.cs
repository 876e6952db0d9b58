using Ivr.Data.Connections;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Keeps what operators say of trouble in <c>incidents</c>; it is heard from the next turn on.</summary>
public sealed class SqlIncidents(TurnScope turn) : IIncidents
{
    private const string Find = """
        select id, topic, text_zh, text_en, starts_at, ends_at
        from incidents
        where topic = @topic and starts_at <= @now and (ends_at is null or ends_at > @now)
        order by starts_at desc {limit 2}
        """;

    private const string Start = """
        insert into incidents (id, topic, text_zh, text_en, starts_at, ends_at)
        values (@Id, @Topic, @TextZh, @TextEn, @StartsAt, @EndsAt)
        """;

    private const string End = """
        update incidents
        set ends_at = @now
        where id = @id and (ends_at is null or ends_at > @now)
        """;

    public sealed record Row
    {
        public required string Id { get; init; }

        /// <summary>A flow's name; empty for the entry.</summary>
        public required string Topic { get; init; }
        public required string TextZh { get; init; }
        public required string TextEn { get; init; }
        public DateTimeOffset StartsAt { get; init; }
        public DateTimeOffset? EndsAt { get; init; }
    }

    public async Task<IReadOnlyList<Wording>> FindAsync(string topic, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await ListAsync(topic, now, cancellationToken)).Select(row => new Wording(row.TextZh, row.TextEn))];

    public Task<IReadOnlyList<Row>> ListAsync(string topic, DateTimeOffset now, CancellationToken cancellationToken) =>
        turn.ListAsync<Row>(Find, new { topic, now }, cancellationToken);

    public Task StartAsync(Row incident, CancellationToken cancellationToken) => turn.ExecuteAsync(Start, incident, cancellationToken);

    /// <summary>False where no such incident is in force.</summary>
    public async Task<bool> EndAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        await turn.ExecuteAsync(End, new { id, now }, cancellationToken) == 1;
}

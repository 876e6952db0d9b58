using Ivr.Data.Connections;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>A promised call as it is kept.</summary>
public sealed record KeptCallback
{
    public required string Id { get; init; }

    /// <summary>The call that it was promised in.</summary>
    public required string CallSid { get; init; }

    public required string E164 { get; init; }

    /// <summary>The hotline's number that was dialled then; null where it was not kept.</summary>
    public string? Hotline { get; init; }

    public long? WalletId { get; init; }
    public required Language Language { get; init; }
    public string? CaseNo { get; init; }
    public bool ForFamily { get; init; }
    public required PromisedCall Promised { get; init; }
    public required Callback Callback { get; init; }

    /// <summary>Names the attempt to the telephone network, and cannot be guessed; null before the first.</summary>
    public string? Token { get; init; }

    /// <summary>The attempt's call; null while nobody told.</summary>
    public string? PlacedSid { get; init; }

    /// <summary>When the attempt began.</summary>
    public DateTimeOffset? BegunAt { get; init; }
}

/// <summary>Moves promised calls on in <c>callbacks</c>, each step for one node only.</summary>
public sealed class CallbackLedger(TurnScope turn, AuditLog audit)
{
    /// <summary>Who entered a queue before that is there no longer, whatever the queue did not tell.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private const string Kept = """
        select id, call_sid, e164, hotline, wallet_id, language, case_no, topic, topic_state, detail, trouble, for_family, urgent, state,
               attempts, next_at, token, placed_sid, begun_at
        from callbacks

        """;

    /// <summary>The urgent ones first, and nobody before who waits in a queue since longer.</summary>
    private const string FindDue =
        Kept
        + """
            where state = 'WAITING' and next_at <= @now
              and (urgent = 1 or not exists (
                select 1
                from queue_entries q
                where q.left_at is null and q.entered_at < callbacks.queued_at and q.entered_at > @since
              ))
            order by urgent desc, queued_at {limit 20}
            """;

    private const string FindUnheard =
        Kept
        + """
            where state = 'CALLING' and next_at <= @now
            order by next_at {limit 20}
            """;

    private const string FindByToken =
        Kept
        + """
            {for update}
            where token = @token
            """;

    private const string FindById =
        Kept
        + """
            {for update}
            where id = @id
            """;

    private const string CountCalling = """
        select count(*)
        from callbacks
        where state = 'CALLING'
        """;

    private const string Move = """
        update callbacks
        set state = @state, attempts = @attempts, next_at = @nextAt, ended_at = @endedAt
        where id = @id and state = @from and attempts = @seen
        """;

    private const string NameAttempt = """
        update callbacks
        set token = @token, placed_sid = null, begun_at = @now
        where id = @id
        """;

    private const string NameCall = """
        update callbacks
        set placed_sid = @sid
        where token = @token and placed_sid is null
        """;

    private sealed class Row
    {
        public required string Id { get; init; }
        public required string CallSid { get; init; }
        public required string E164 { get; init; }
        public string? Hotline { get; init; }
        public long? WalletId { get; init; }
        public required string Language { get; init; }
        public string? CaseNo { get; init; }
        public string? Topic { get; init; }
        public string? TopicState { get; init; }
        public string? Detail { get; init; }
        public string? Trouble { get; init; }
        public bool ForFamily { get; init; }
        public bool Urgent { get; init; }
        public required string State { get; init; }
        public int Attempts { get; init; }
        public DateTimeOffset? NextAt { get; init; }
        public string? Token { get; init; }
        public string? PlacedSid { get; init; }
        public DateTimeOffset? BegunAt { get; init; }
    }

    /// <summary>Those that may be placed now, by their places in the queue; twenty at most.</summary>
    public async Task<IReadOnlyList<KeptCallback>> FindDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await turn.ListAsync<Row>(FindDue, new { now, since = now - LongestWait }, cancellationToken)).Select(Read)];

    /// <summary>Those under way of which nothing was heard for too long; twenty at most.</summary>
    public async Task<IReadOnlyList<KeptCallback>> FindUnheardAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await turn.ListAsync<Row>(FindUnheard, new { now }, cancellationToken)).Select(Read)];

    /// <summary>Null where no attempt has this name, or its promise has another one by now.</summary>
    public async Task<KeptCallback?> FindAsync(string token, CancellationToken cancellationToken) =>
        await turn.FindAsync<Row>(FindByToken, new { token }, cancellationToken) is { } row ? Read(row) : null;

    public Task<int> CountCallingAsync(CancellationToken cancellationToken) =>
        turn.FindAsync<int>(CountCalling, new { }, cancellationToken);

    /// <summary>Moves one on; false where somebody else did so before.</summary>
    public async Task<bool> MoveAsync(string id, Callback from, Callback to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = await turn.ExecuteAsync(
            Move,
            new
            {
                id,
                from = Codes.Of(from.State),
                seen = from.Attempts,
                state = Codes.Of(to.State),
                attempts = to.Attempts,
                nextAt = to.NextAt,
                endedAt = to.NextAt is null ? now : (DateTimeOffset?)null,
            },
            cancellationToken
        );
        if (moved == 1)
        {
            await audit.WriteAsync(null, AuditLog.Hotline, $"callback {Codes.Of(to.State)}", $"callback:{id}", now, cancellationToken);
        }

        return moved == 1;
    }

    /// <summary>Gives a new attempt its name; what the one before is still told by is nobody's then.</summary>
    public Task NameAttemptAsync(string id, string token, DateTimeOffset now, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(
            NameAttempt,
            new
            {
                id,
                token,
                now,
            },
            cancellationToken
        );

    /// <summary>The attempt with this name is that call, unless it has one.</summary>
    public Task NameCallAsync(string token, string sid, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(NameCall, new { token, sid }, cancellationToken);

    /// <summary>The caller was served, or declined: from whatever the promise was in the meantime.</summary>
    public async Task CloseAsync(string id, CallbackState how, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (
            await turn.FindAsync<Row>(FindById, new { id }, cancellationToken) is { } row
            && Read(row).Callback is var before
            && before.Close(how) is { } closed
        )
        {
            await MoveAsync(id, before, closed, now, cancellationToken);
        }
    }

    private static KeptCallback Read(Row row)
    {
        var callback = new Callback(Codes.Parse<CallbackState>(row.State), row.Attempts, row.NextAt);
        return new KeptCallback
        {
            Id = row.Id,
            CallSid = row.CallSid,
            E164 = row.E164,
            Hotline = row.Hotline,
            WalletId = row.WalletId,
            Language = Languages.TryParse(row.Language, out var language) ? language : Language.Mandarin,
            CaseNo = row.CaseNo,
            ForFamily = row.ForFamily,
            Promised = new PromisedCall(row.Id, row.Topic ?? "", row.TopicState ?? "")
            {
                Detail = row.Detail,
                Trouble = Codes.Find<Trouble>(row.Trouble),
                IsUrgent = row.Urgent,
                IsLast = callback.IsLastAttempt,
            },
            Callback = callback,
            Token = row.Token,
            PlacedSid = row.PlacedSid,
            BegunAt = row.BegunAt,
        };
    }
}

using Ivr.Data.Connections;

namespace Ivr.Data.Stores;

/// <summary>A call as it is kept between webhooks.</summary>
public sealed record StoredCall
{
    public required string Sid { get; init; }
    public required string AccountSid { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Direction { get; init; }
    public string? Attestation { get; init; }

    /// <summary>The turn that comes next.</summary>
    public required int Turn { get; init; }

    public required int SessionVersion { get; init; }

    /// <summary>The session as JSON.</summary>
    public required string Session { get; init; }

    public required string Flow { get; init; }
    public required string State { get; init; }
    public required string Language { get; init; }
    public required string Level { get; init; }
    public string? Outcome { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public long RowVersion { get; init; }

    /// <summary>How often it had to go on after something broke, since its last good turn.</summary>
    public int Stumbles { get; init; }
}

/// <summary>A turn that was taken, with its reply to the byte.</summary>
public sealed record StoredTurn
{
    public required string CallSid { get; init; }
    public required int Turn { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Flow { get; init; }
    public required string State { get; init; }

    /// <summary>What kind of thing the caller did; never what it was.</summary>
    public required string InputKind { get; init; }

    public required string NextFlow { get; init; }
    public required string NextState { get; init; }
    public required string Reply { get; init; }
}

/// <summary>Keeps calls and their turns in <c>calls</c> and <c>call_turns</c>.</summary>
public sealed class CallStore(TurnScope turn)
{
    private const string Find = """
        select sid, account_sid, caller, called, direction, attestation, turn, session_version, session, flow, state, language, level,
               outcome, started_at, ended_at, row_version, stumbles
        from calls {for update}
        where sid = @sid
        """;

    private const string FindReply = """
        select reply
        from call_turns
        where call_sid = @callSid and turn = @number
        """;

    private const string Start = """
        insert into calls (sid, account_sid, caller, called, direction, attestation, turn, session_version, session, flow, state, language,
                           level, started_at, row_version)
        select @Sid, @AccountSid, @From, @To, @Direction, @Attestation, @Turn, @SessionVersion, @Session, @Flow, @State, @Language, @Level,
               @StartedAt, 0
        where not exists (select 1 from calls where sid = @Sid)
        """;

    private const string Save = """
        update calls
        set turn = @Turn, session_version = @SessionVersion, session = @Session, flow = @Flow, state = @State, language = @Language,
            level = @Level, stumbles = 0, row_version = row_version + 1
        where sid = @Sid and row_version = @RowVersion
        """;

    private const string Keep = """
        insert into call_turns (call_sid, turn, at, flow, state, input_kind, next_flow, next_state, reply)
        values (@CallSid, @Turn, @At, @Flow, @State, @InputKind, @NextFlow, @NextState, @Reply)
        """;

    private const string Stumble = """
        update calls
        set stumbles = stumbles + 1
        where sid = @sid
        """;

    private const string End = """
        update calls
        set outcome = @outcome, ended_at = @at
        where sid = @sid and ended_at is null
        """;

    private const string FindOpen = """
        select sid
        from calls
        where ended_at is null and started_at < @before
        order by started_at {limit 100}
        """;

    private sealed class Row
    {
        public required string Sid { get; init; }
        public required string AccountSid { get; init; }
        public required string Caller { get; init; }
        public required string Called { get; init; }
        public required string Direction { get; init; }
        public string? Attestation { get; init; }
        public int Turn { get; init; }
        public int SessionVersion { get; init; }
        public required string Session { get; init; }
        public required string Flow { get; init; }
        public required string State { get; init; }
        public required string Language { get; init; }
        public required string Level { get; init; }
        public string? Outcome { get; init; }
        public DateTimeOffset StartedAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
        public long RowVersion { get; init; }
        public int Stumbles { get; init; }
    }

    public async Task<StoredCall?> FindAsync(string sid, CancellationToken cancellationToken) =>
        await turn.FindAsync<Row>(Find, new { sid }, cancellationToken) is { } row
            ? new StoredCall
            {
                Sid = row.Sid,
                AccountSid = row.AccountSid,
                From = row.Caller,
                To = row.Called,
                Direction = row.Direction,
                Attestation = row.Attestation,
                Turn = row.Turn,
                SessionVersion = row.SessionVersion,
                Session = row.Session,
                Flow = row.Flow,
                State = row.State,
                Language = row.Language,
                Level = row.Level,
                Outcome = row.Outcome,
                StartedAt = row.StartedAt,
                EndedAt = row.EndedAt,
                RowVersion = row.RowVersion,
                Stumbles = row.Stumbles,
            }
            : null;

    /// <summary>The bytes that a turn was answered with.</summary>
    public Task<string?> FindReplyAsync(string callSid, int number, CancellationToken cancellationToken) =>
        turn.FindAsync<string>(FindReply, new { callSid, number }, cancellationToken);

    /// <summary>False where the call is there already.</summary>
    public async Task<bool> StartAsync(StoredCall call, CancellationToken cancellationToken) =>
        await turn.ExecuteAsync(Start, call, cancellationToken) == 1;

    /// <summary>False where another turn was saved since the call was read.</summary>
    public async Task<bool> SaveAsync(StoredCall call, CancellationToken cancellationToken) =>
        await turn.ExecuteAsync(Save, call, cancellationToken) == 1;

    public Task KeepAsync(StoredTurn taken, CancellationToken cancellationToken) => turn.ExecuteAsync(Keep, taken, cancellationToken);

    /// <summary>Counts that something broke and the call goes on.</summary>
    public Task StumbleAsync(string sid, CancellationToken cancellationToken) => turn.ExecuteAsync(Stumble, new { sid }, cancellationToken);

    /// <summary>Some of the calls that began before a time and have no end yet.</summary>
    public Task<IReadOnlyList<string>> FindOpenAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        turn.ListAsync<string>(FindOpen, new { before }, cancellationToken);

    /// <summary>False where the call is not known, or had ended before.</summary>
    public async Task<bool> EndAsync(string sid, string outcome, DateTimeOffset at, CancellationToken cancellationToken) =>
        await turn.ExecuteAsync(
            End,
            new
            {
                sid,
                outcome,
                at,
            },
            cancellationToken
        ) == 1;
}

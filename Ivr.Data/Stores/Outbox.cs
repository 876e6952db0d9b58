using Ivr.Data.Connections;
using Ivr.Data.Messages;

namespace Ivr.Data.Stores;

/// <summary>A message in the hands of one worker.</summary>
public sealed record ClaimedMessage
{
    public required string Id { get; init; }

    /// <summary>Proves whose it is: what another worker took since is not settled.</summary>
    public required string Claim { get; init; }

    public long? WalletId { get; init; }
    public required string To { get; init; }
    public required string Language { get; init; }
    public required string Template { get; init; }

    /// <summary>The notice as JSON.</summary>
    public required string Body { get; init; }

    public bool IsSecret { get; init; }

    /// <summary>Sending, or Unknown where it has to be looked for.</summary>
    public required MessageState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether a place in the budgets was spent on it that is not used yet.</summary>
    public bool IsBudgeted { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was first on its way.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>See <see cref="MessageMarker"/>.</summary>
    public string? Marker { get; init; }
}

/// <summary>How a message in somebody's hands goes on.</summary>
public sealed record Settlement(MessageState State)
{
    /// <summary>When it is looked at again; null where it is done.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public MessageChannel? Channel { get; init; }
    public string? MessageSid { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Why, in the carrier's code or a word of ours.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Null leaves it as it was.</summary>
    public int? Attempts { get; init; }

    /// <summary>Null leaves it as it was.</summary>
    public bool? IsBudgeted { get; init; }
}

/// <summary>Hands out the rows of <c>notifications</c> that are due, each to one worker, and in order for each recipient.</summary>
public sealed class Outbox(TurnScope turn)
{
    private const string FindDue = """
        select n.id, n.wallet_id, n.to_e164, n.language, n.template, n.body, n.secret, n.state, n.attempts, n.budgeted, n.created_at,
               n.expires_at, n.left_at, n.marker
        from notifications n {claim}
        where n.state = @state and n.due_at <= @now
          and not exists (
            select 1
            from notifications e
            where e.to_e164 = n.to_e164 and e.state in ('QUEUED', 'SENDING', 'UNKNOWN')
              and (e.created_at < n.created_at or (e.created_at = n.created_at and e.id < n.id))
          )
        order by n.due_at {limit 1}
        """;

    private const string Doubt = """
        update notifications
        set state = 'UNKNOWN', due_at = @later, attempts = attempts + 1, budgeted = 0
        where state = 'SENDING' and due_at <= @now
        """;

    private const string Hold = """
        update notifications
        set state = @held, claimed_by = @claim, due_at = @until
        where id = @id and state = @state
        """;

    private const string Leave = """
        update notifications
        set left_at = coalesce(left_at, @now), marker = @marker, channel = 'SMS', budgeted = 1
        where id = @id and claimed_by = @claim
        """;

    private const string Settle = """
        update notifications
        set state = @state, due_at = @dueAt, channel = coalesce(@channel, channel), message_sid = coalesce(@messageSid, message_sid),
            sent_at = coalesce(@sentAt, sent_at), error_code = @errorCode, attempts = coalesce(@attempts, attempts),
            budgeted = coalesce(@budgeted, budgeted), body = case when secret = 1 and @isOver = 1 then '' else body end
        where id = @id and claimed_by = @claim and state in ('SENDING', 'UNKNOWN')
        """;

    private const string FindBySid = """
        select id
        from notifications
        where message_sid = @messageSid
        """;

    private const string FindNext = """
        select min(due_at) as due_at, min(created_at) as created_at
        from notifications
        where state in ('QUEUED', 'SENDING', 'UNKNOWN')
        """;

    private sealed class Row
    {
        public required string Id { get; init; }
        public long? WalletId { get; init; }
        public required string ToE164 { get; init; }
        public required string Language { get; init; }
        public required string Template { get; init; }
        public required string Body { get; init; }
        public long Secret { get; init; }
        public long Attempts { get; init; }
        public long Budgeted { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? ExpiresAt { get; init; }
        public DateTimeOffset? LeftAt { get; init; }
        public string? Marker { get; init; }
    }

    /// <summary>What waits: when the next is due, and since when the oldest waits.</summary>
    public sealed class Waiting
    {
        public DateTimeOffset? DueAt { get; init; }
        public DateTimeOffset? CreatedAt { get; init; }
    }

    /// <summary>The message that is due longest, now in the caller's hands; null where none is. What must be looked for comes first.</summary>
    public async Task<ClaimedMessage?> ClaimAsync(MessageOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var later = now.AddSeconds(options.SettleSeconds);
        await turn.ExecuteAsync(Doubt, new { now, later }, cancellationToken);
        return await ClaimAsync(MessageState.Unknown, MessageState.Unknown, now, options.Lease, cancellationToken)
            ?? await ClaimAsync(MessageState.Queued, MessageState.Sending, now, options.Lease, cancellationToken);
    }

    /// <summary>Written before the request leaves.</summary>
    public Task LeaveAsync(ClaimedMessage message, string marker, DateTimeOffset now, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(
            Leave,
            new
            {
                id = message.Id,
                claim = message.Claim,
                marker,
                now,
            },
            cancellationToken
        );

    /// <summary>False where it was settled before, or is in other hands.</summary>
    public async Task<bool> SettleAsync(ClaimedMessage message, Settlement how, CancellationToken cancellationToken) =>
        await turn.ExecuteAsync(
            Settle,
            new
            {
                id = message.Id,
                claim = message.Claim,
                state = Codes.Of(how.State),
                dueAt = how.DueAt,
                channel = how.Channel is { } channel ? Codes.Of(channel) : null,
                messageSid = how.MessageSid,
                sentAt = how.SentAt,
                errorCode = how.ErrorCode,
                attempts = how.Attempts,
                budgeted = how.IsBudgeted is { } budgeted ? Convert.ToInt32(budgeted) : (int?)null,
                // What the demo shows is all there is of it.
                isOver = Convert.ToInt32(how.State > MessageState.Unknown && how.Channel != MessageChannel.Demo),
            },
            cancellationToken
        ) == 1;

    /// <summary>Whether a message at the carrier is one of the rows already.</summary>
    public async Task<bool> IsKnownAsync(string messageSid, CancellationToken cancellationToken) =>
        await turn.FindAsync<string>(FindBySid, new { messageSid }, cancellationToken) is not null;

    public async Task<Waiting> FindNextAsync(CancellationToken cancellationToken) =>
        await turn.FindAsync<Waiting>(FindNext, new { }, cancellationToken) ?? new Waiting();

    private async Task<ClaimedMessage?> ClaimAsync(
        MessageState from,
        MessageState held,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        var state = Codes.Of(from);
        if (await turn.FindAsync<Row>(FindDue, new { state, now }, cancellationToken) is not { } row)
        {
            return null;
        }

        var claim = Guid.NewGuid().ToString();
        var hold = new
        {
            id = row.Id,
            claim,
            state,
            held = Codes.Of(held),
            until = now + lease,
        };
        return await turn.ExecuteAsync(Hold, hold, cancellationToken) == 1
            ? new ClaimedMessage
            {
                Id = row.Id,
                Claim = claim,
                WalletId = row.WalletId,
                To = row.ToE164,
                Language = row.Language,
                Template = row.Template,
                Body = row.Body,
                IsSecret = row.Secret == 1,
                State = held,
                Attempts = (int)row.Attempts,
                IsBudgeted = row.Budgeted == 1,
                CreatedAt = row.CreatedAt,
                ExpiresAt = row.ExpiresAt,
                LeftAt = row.LeftAt,
                Marker = row.Marker,
            }
            : null;
    }
}

using System.Security.Cryptography;
using Ivr.Data.Connections;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;

namespace Ivr.Data.Stores;

/// <summary>Keeps what people who take over calls are told, under an identifier that says nothing, in <c>handovers</c>.</summary>
public sealed class Handovers(TurnScope turn)
{
    private const string Open = """
        insert into handovers (id, call_sid, turn, topic, state, level, language, trouble, case_no, urgent, called_back, way, opened_at)
        values (@id, @callSid, @number, @topic, @state, @level, @language, @trouble, @caseNo, @urgent, @calledBack, @way, @now)
        """;

    private const string Find = """
        select id, call_sid, turn, topic, state, level, language, trouble, case_no, urgent, called_back, ended_at
        from handovers
        where id = @id
        """;

    private const string Accept = """
        update handovers
        set accepted_at = @now
        where id = @id and accepted_at is null
        """;

    private const string EndOfCall = """
        update handovers
        set ended_at = @now, outcome = @outcome
        where call_sid = @callSid and ended_at is null
        """;

    private sealed class Row
    {
        public required string Id { get; init; }
        public required string CallSid { get; init; }
        public int Turn { get; init; }
        public required string Topic { get; init; }
        public required string State { get; init; }
        public required string Level { get; init; }
        public required string Language { get; init; }
        public string? Trouble { get; init; }
        public string? CaseNo { get; init; }
        public bool Urgent { get; init; }
        public bool CalledBack { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
    }

    /// <param name="number">The turn that the caller comes back with.</param>
    /// <param name="way">How the person is reached.</param>
    /// <returns>The identifier.</returns>
    public async Task<string> OpenAsync(Call call, int number, Handover handover, string way, CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var row = new
        {
            id,
            callSid = call.Sid,
            number,
            topic = handover.Topic,
            state = handover.State,
            level = handover.Level.ToString(),
            language = handover.Language.Tag(),
            trouble = handover.Trouble is { } trouble ? Codes.Of(trouble) : null,
            caseNo = handover.CaseNo,
            urgent = handover.IsUrgent,
            calledBack = handover.WasCalledBack,
            way,
            now = call.Now,
        };
        await turn.ExecuteAsync(Open, row, cancellationToken);
        return id;
    }

    /// <summary>Null where there is none, or it is over.</summary>
    public async Task<KeptHandover?> FindOpenAsync(string id, CancellationToken cancellationToken) =>
        await turn.FindAsync<Row>(Find, new { id }, cancellationToken) is { EndedAt: null } row
            ? new KeptHandover(
                row.CallSid,
                new Handover(
                    row.Topic,
                    row.State,
                    Enum.Parse<Level>(row.Level),
                    Languages.TryParse(row.Language, out var language) ? language : Language.Mandarin,
                    row.CaseNo,
                    Codes.Find<Trouble>(row.Trouble),
                    row.Urgent
                )
                {
                    WasCalledBack = row.CalledBack,
                }
            )
            : null;

    /// <summary>The person took the call.</summary>
    public Task AcceptAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(Accept, new { id, now }, cancellationToken);

    /// <summary>What is open of a call is over.</summary>
    public Task EndAsync(string callSid, string outcome, DateTimeOffset now, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(
            EndOfCall,
            new
            {
                callSid,
                outcome,
                now,
            },
            cancellationToken
        );
}

/// <summary>A handover that is under way, and the caller's call.</summary>
public sealed record KeptHandover(string CallSid, Handover Handover);

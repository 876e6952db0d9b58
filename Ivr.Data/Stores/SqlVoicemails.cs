using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Keeps spoken messages in <c>voicemails</c>: which recording belongs to which case. Never an address to fetch it from.</summary>
public sealed class SqlVoicemails(TurnScope turn, ICases cases, AuditLog audit) : IVoicemails
{
    private const string FindCase = """
        select case_no
        from voicemails
        where recording_sid = @sid
        """;

    private const string Keep = """
        insert into voicemails (recording_sid, call_sid, case_no, seconds, state, left_at)
        select @sid, @callSid, @caseNo, @seconds, 'LEFT', @now
        where not exists (select 1 from voicemails where recording_sid = @sid)
        """;

    private const string Tell = """
        update voicemails
        set state = @state, seconds = case when @seconds > 0 then @seconds else seconds end
        where recording_sid = @sid and call_sid = @callSid
        """;

    public async Task<string> KeepAsync(Call call, MessageLeft message, CancellationToken cancellationToken)
    {
        var sid = message.RecordingSid ?? throw new ArgumentException("Nothing was recorded.", nameof(message));
        if (await turn.FindAsync<string>(FindCase, new { sid }, cancellationToken) is { } known)
        {
            return known;
        }

        var caseNo = call.CaseNo ?? await cases.OpenAsync(call, CaseType.Message, $"recording:{sid}", cancellationToken);
        var row = new
        {
            sid,
            callSid = call.Sid,
            caseNo,
            seconds = message.Seconds,
            now = call.Now,
        };
        await turn.ExecuteAsync(Keep, row, cancellationToken);
        await audit.WriteAsync(call.Sid, AuditLog.Caller, "message left", $"case:{caseNo}", call.Now, cancellationToken);
        return caseNo;
    }

    /// <summary>What became of a recording: <c>READY</c> to be listened to, or <c>ABSENT</c>.</summary>
    public Task TellAsync(string callSid, string sid, string state, int seconds, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(
            Tell,
            new
            {
                callSid,
                sid,
                state,
                seconds,
            },
            cancellationToken
        );
}

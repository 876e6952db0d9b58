using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Keeps what callers reported in <c>fraud_reports</c>.</summary>
public sealed class SqlFraudReports(TurnScope turn, AuditLog audit) : IFraudReports
{
    private const string Keep = """
        insert into fraud_reports (case_no, call_sid, sign, happened, money_sent, code_told, at)
        select @caseNo, @callSid, @sign, @happened, @moneySent, @codeTold, @now
        where not exists (select 1 from fraud_reports where case_no = @caseNo and call_sid = @callSid)
        """;

    public async Task KeepAsync(Call call, string caseNo, FraudReport report, CancellationToken cancellationToken)
    {
        var row = new
        {
            caseNo,
            callSid = call.Sid,
            sign = Codes.Of(report.Sign),
            happened = Codes.Of(report.Happened),
            moneySent = report.MoneySent,
            codeTold = report.CodeTold,
            now = call.Now,
        };
        if (await turn.ExecuteAsync(Keep, row, cancellationToken) == 1)
        {
            await audit.WriteAsync(call.Sid, AuditLog.Caller, "fraud reported", $"case:{caseNo}", call.Now, cancellationToken);
        }
    }
}

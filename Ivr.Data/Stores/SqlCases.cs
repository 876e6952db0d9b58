using System.Globalization;
using System.Security.Cryptography;
using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Opens cases in <c>cases</c>.</summary>
public sealed class SqlCases(TurnScope turn, AuditLog audit) : ICases
{
    private const string FindOfCall = """
        select case_no
        from cases
        where call_sid = @callSid and type = @type and subject = @subject
        """;

    private const string FindOpen = """
        select case_no
        from cases
        where subject = @subject and subject <> '' and type = @type and state <> 'RESOLVED'
        """;

    private const string Open = """
        insert into cases (case_no, type, state, wallet_id, call_sid, subject, opened_at, priority)
        select @caseNo, @type, 'OPEN', @walletId, @callSid, @subject, @now, @priority
        where not exists (select 1 from cases where case_no = @caseNo)
        """;

    public async Task<string> OpenAsync(Call call, CaseType type, string subject, CancellationToken cancellationToken)
    {
        var key = new
        {
            callSid = call.Sid,
            type = Codes.Of(type),
            subject,
        };
        if (await turn.FindAsync<string>(subject.Length > 0 ? FindOpen : FindOfCall, key, cancellationToken) is { } known)
        {
            return known;
        }

        while (true)
        {
            var caseNo = CaseNumber.Draw();
            var row = new
            {
                caseNo,
                key.type,
                key.callSid,
                key.subject,
                walletId = call.Identity.WalletId,
                now = call.Now,
                priority = Codes.Of(CasePriorities.Of(type)),
            };
            if (await turn.ExecuteAsync(Open, row, cancellationToken) == 1)
            {
                await audit.WriteAsync(call.Sid, AuditLog.Caller, "case opened", $"case:{caseNo}", call.Now, cancellationToken);
                return caseNo;
            }
        }
    }
}

/// <summary>Eight random digits and a check digit: short to say, and a slip of the ear is noticed.</summary>
public static class CaseNumber
{
    public static string Draw()
    {
        var digits = RandomNumberGenerator.GetInt32(10_000_000, 100_000_000).ToString(CultureInfo.InvariantCulture);
        return digits + CheckDigit(digits);
    }

    public static bool IsValid(string number) =>
        number.Length == 9 && number.All(char.IsAsciiDigit) && CheckDigit(number[..8]) == number[8];

    /// <summary>Luhn's: it notices one wrong digit and nearly every swap of neighbours.</summary>
    private static char CheckDigit(string digits)
    {
        var sum = digits.Reverse().Select((digit, place) => place % 2 == 0 ? Doubled(digit - '0') : digit - '0').Sum();
        return (char)('0' + (10 - sum % 10) % 10);
    }

    private static int Doubled(int digit) => digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
}

using Ivr.Data.Connections;
using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Keeps what callers say of wrong amounts in <c>wrong_amounts</c>.</summary>
public sealed class SqlWrongAmounts(TurnScope turn, ICases cases, INotices notices) : IWrongAmounts
{
    private const string Find = """
        select case_no
        from wrong_amounts {for update}
        where payment_id = @paymentId
        """;

    private const string Claim = """
        insert into wrong_amounts (payment_id, wallet_id, case_no, charged_minor, right_minor, currency, call_sid, claimed_at)
        select @paymentId, @walletId, @caseNo, @charged, @right, @currency, @callSid, @now
        where not exists (select 1 from wrong_amounts where payment_id = @paymentId)
        """;

    public async Task<WrongAmountCase> ClaimAsync(
        Call call,
        long walletId,
        Payment payment,
        Amount right,
        CancellationToken cancellationToken
    )
    {
        if (await turn.FindAsync<string>(Find, new { paymentId = payment.Id }, cancellationToken) is { } before)
        {
            return new WrongAmountCase(before, IsNew: false);
        }

        var caseNo = await cases.OpenAsync(call, CaseType.WrongAmount, $"payment:{payment.Id}", cancellationToken);
        var row = new
        {
            paymentId = payment.Id,
            walletId,
            caseNo,
            charged = payment.Amount.Minor,
            right = right.Minor,
            currency = right.Currency,
            callSid = call.Sid,
            now = call.Now,
        };
        await turn.ExecuteAsync(Claim, row, cancellationToken);
        await notices.PutAsync(call, walletId, new Notice.CaseOpened(caseNo), $"case:{caseNo}", cancellationToken);
        return new WrongAmountCase(caseNo, IsNew: true);
    }
}

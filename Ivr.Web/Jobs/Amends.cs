using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Web.Jobs;

/// <summary>What follows where the hotline did not keep its word: a case, the day by which a person has dealt with it, and word to the owner.</summary>
public sealed class Amends(MarketTime market, ICases cases, IPromises promises, INotices notices)
{
    /// <summary>Working days until a person has dealt with what was broken.</summary>
    private const int AnsweredWithin = 1;

    /// <param name="call">The call that the word was given in; nobody is told where its account is not known.</param>
    /// <param name="isAnswerPromised">False where the word that was broken was such a day itself: it does not breed others.</param>
    /// <param name="tell">What the owner is told, by the number of the case and that day.</param>
    public async Task MakeAsync(
        Call call,
        CaseType type,
        string subject,
        bool isAnswerPromised,
        Func<string, DateTimeOffset, Notice> tell,
        CancellationToken cancellationToken
    )
    {
        var caseNo = await cases.OpenAsync(call, type, subject, cancellationToken);
        var answer = market.AfterWorkdays(call.Now, AnsweredWithin) ?? call.Now + TimeSpan.FromDays(3);
        if (call.Identity.WalletId is not { } walletId)
        {
            return;
        }

        if (isAnswerPromised)
        {
            var next = new Promise(walletId, $"case:{caseNo}", PromiseRule.CaseAnswered, answer);
            await promises.MakeAsync(call, next, cancellationToken);
        }

        await notices.PutAsync(call, walletId, tell(caseNo, answer), subject, cancellationToken);
    }
}

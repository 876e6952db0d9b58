using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Web.Voice;

/// <summary>Counts what answers to security questions were worth, once that is committed.</summary>
public sealed class CountedQuestions(
    SqlSecurityQuestions questions,
    GuessRates rates,
    TurnScope turn,
    Metrics metrics,
    ILogger<CountedQuestions> log
) : ISecurityQuestions
{
    public Task<IReadOnlyList<SecurityQuestion>> DrawAsync(Call call, Claim claim, CancellationToken cancellationToken) =>
        questions.DrawAsync(call, claim, cancellationToken);

    public async Task<Verdict> AnswerAsync(
        Call call,
        Claim claim,
        SecurityQuestion asked,
        string answer,
        CancellationToken cancellationToken
    )
    {
        var verdict = await questions.AnswerAsync(call, claim, asked, answer, cancellationToken);
        turn.AfterCommit(() => metrics.Verified("question", verdict.ToString()));
        foreach (var kind in rates.Begun)
        {
            turn.AfterCommit(() => Alarm(kind));
        }

        return verdict;
    }

    public Task<bool> MayAnswerAsync(Call call, CancellationToken cancellationToken) => questions.MayAnswerAsync(call, cancellationToken);

    public Task ForgiveAsync(Call call, Claim claim, CancellationToken cancellationToken) =>
        questions.ForgiveAsync(call, claim, cancellationToken);

    private void Alarm(string kind)
    {
        metrics.GuessingBegan(kind);
        log.GuessingBegan(kind);
    }
}

/// <summary>The same for one-time codes.</summary>
public sealed class CountedCodes(SqlOneTimeCodes codes, TurnScope turn, Metrics metrics) : IOneTimeCodes
{
    public Task<CodeSending> SendAsync(Call call, long walletId, string action, CancellationToken cancellationToken) =>
        codes.SendAsync(call, walletId, action, cancellationToken);

    public Task<CodeSending> SendAgainAsync(Call call, long walletId, string action, CancellationToken cancellationToken) =>
        codes.SendAgainAsync(call, walletId, action, cancellationToken);

    public async Task<CodeVerdict> CheckAsync(Call call, long walletId, string action, string keys, CancellationToken cancellationToken)
    {
        var verdict = await codes.CheckAsync(call, walletId, action, keys, cancellationToken);
        turn.AfterCommit(() => metrics.Verified("code", verdict.ToString()));
        return verdict;
    }
}

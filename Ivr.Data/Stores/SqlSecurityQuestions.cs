using System.Security.Cryptography;
using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;
using Ivr.Flows.Understanding.Answers;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>
/// Asks and checks security questions. Every answer is counted as wrong before it is compared, in the turn's transaction: no reply leaves
/// before that is committed, so neither a crash nor a second call gives a free guess.
/// </summary>
public sealed class SqlSecurityQuestions(
    TurnScope turn,
    AnswerHasher hasher,
    VerificationLimits limits,
    CallerGuards callers,
    GuessRates rates,
    SqlLastPayment lastPayment,
    INotices notices
) : ISecurityQuestions
{
    /// <summary>So many for every account, whether or not it exists or enrolled as many.</summary>
    private const int Drawn = 3;

    private const string Find = """
        select q.id, q.kind, q.text_zh, q.text_en, q.digits,
               case when a.question_id is null then 0 else 1 end as enrolled
        from security_questions q
        left join security_answers a on a.question_id = q.id and a.customer_id = (select customer_id from wallets where id = @walletId)
        where q.kind in ('NUMERIC', 'TEXT', 'DYNAMIC') and q.active = 1
        order by q.id
        """;

    private const string CountWrong = """
        select count(*)
        from verification_attempts
        where call_sid = @callSid and result = 'WRONG'
        """;

    /// <summary>What may shut a call out, in one round trip.</summary>
    private const string FindStanding = """
        select
          (select count(*) from verification_attempts where call_sid = @callSid and result = 'WRONG') as wrong_in_call,
          (select shut_until from caller_guards where caller = @caller) as caller_shut_until,
          (select breached_at from guess_rates where scope = @prefix) as prefix_breached_at
        """;

    private const string Reserve = """
        insert into verification_attempts (id, call_sid, caller, claimed, wallet_id, question_id, result, at)
        values (@id, @callSid, @caller, @claimed, @walletId, @questionId, 'WRONG', @now)
        """;

    private const string AddGuard = """
        insert into question_guards (wallet_id, consecutive_wrong)
        select w.id, 0
        from wallets w
        where w.id = @walletId and not exists (select 1 from question_guards where wallet_id = @walletId)
        """;

    /// <summary>Both in one round trip.</summary>
    private static readonly string ReserveAndAddGuard = $"{Reserve};\n{AddGuard}";

    private const string Spend = $"""
        update question_guards
        set consecutive_wrong = consecutive_wrong + 1
        where wallet_id = @walletId and locked_at is null and (paused_until is null or paused_until <= @now) and {PhoneFactors.AreOpen}
        """;

    private const string FindAnswer = """
        select a.answer_hash, g.consecutive_wrong
        from wallets w
        join question_guards g on g.wallet_id = w.id
        left join security_answers a on a.customer_id = w.customer_id and a.question_id = @questionId
        where w.id = @walletId
        """;

    private const string GiveBack = """
        update question_guards
        set consecutive_wrong = consecutive_wrong - 1
        where wallet_id = @walletId
        """;

    private const string MarkRight = """
        update verification_attempts
        set result = 'RIGHT'
        where id = @id
        """;

    /// <summary>Both in one round trip.</summary>
    private static readonly string MarkRightAndGiveBack = $"{MarkRight};\n{GiveBack}";

    private const string Guard = """
        update question_guards
        set paused_until = @pausedUntil, locked_at = @lockedAt
        where wallet_id = @walletId
        """;

    private const string Forgive = """
        update question_guards
        set consecutive_wrong = 0, paused_until = null
        where wallet_id = @walletId and locked_at is null
        """;

    private sealed class QuestionRow
    {
        public long Id { get; init; }
        public required string Kind { get; init; }
        public required string TextZh { get; init; }
        public required string TextEn { get; init; }
        public int Digits { get; init; }
        public bool Enrolled { get; init; }

        public bool IsSpoken => Kind == "TEXT";

        public bool IsDynamic => Kind == "DYNAMIC";

        public SecurityQuestion ToQuestion() =>
            new(Id, new Wording(TextZh, TextEn), Enum.Parse<QuestionKind>(Kind, ignoreCase: true), Digits);
    }

    private sealed class StandingRow
    {
        public int WrongInCall { get; init; }
        public DateTimeOffset? CallerShutUntil { get; init; }
        public DateTimeOffset? PrefixBreachedAt { get; init; }
    }

    private sealed class AnswerRow
    {
        public string? AnswerHash { get; init; }
        public int ConsecutiveWrong { get; init; }
    }

    public async Task<IReadOnlyList<SecurityQuestion>> DrawAsync(Call call, Claim claim, CancellationToken cancellationToken)
    {
        var all = await turn.ListAsync<QuestionRow>(Find, new { walletId = claim.WalletId }, cancellationToken);

        // A keyed number, the same at every call and on every node, decides. A caller cannot tell an account that exists from one that does
        // not, and does not get other questions by calling again or by naming the account in another way.
        var seed = claim.WalletId is { } wallet ? hasher.Seed($"wallet:{wallet}") : claim.Seed;
        var order = new Random((int)(seed & int.MaxValue));
        var last = await AsksOfPaymentAsync(call, claim, all, cancellationToken) ? all.First(row => row.IsDynamic) : null;
        var hasEnrolled = all.Any(row => row.Enrolled);
        var drawn = all.Where(row => !row.IsDynamic)
            .Select(row => (row, chance: order.Next()))
            .Select(pair => (pair.row, rank: Rank(pair.row, hasEnrolled ? pair.row.Enrolled : SeemsEnrolled(pair, seed)), pair.chance))
            .OrderBy(one => one.rank)
            .ThenBy(one => one.chance)
            .Take(last is null ? Drawn : Drawn - 1)
            .ToArray();
        RandomNumberGenerator.Shuffle(drawn.AsSpan());
        return [.. drawn.OrderBy(one => one.rank).Select(one => one.row.ToQuestion()), .. last is null ? [] : new[] { last.ToQuestion() }];
    }

    /// <summary>Enrolled ones come before those that only fill up, and keyed ones, which are harder to guess and to mishear, before those that are said.</summary>
    private static int Rank(QuestionRow row, bool isEnrolled) => (isEnrolled ? 0 : 2) + (row.IsSpoken ? 1 : 0);

    /// <summary>Who has enrolled nothing, or does not exist, seems to have: half of them keyed answers, the others spoken ones as well, or alone.</summary>
    private static bool SeemsEnrolled((QuestionRow Row, int Chance) one, long seed) =>
        (seed >>> 32 & 3) switch
        {
            0 => one.Row.IsSpoken,
            1 => one.Row.IsSpoken || one.Chance % 3 == 0,
            _ => !one.Row.IsSpoken,
        };

    /// <summary>
    /// Whether the last question is of recent payments: where there is one to ask of, and this call answered none such yet. Accounts that do not
    /// exist seem to pay in some months and not in others.
    /// </summary>
    private async Task<bool> AsksOfPaymentAsync(Call call, Claim claim, IReadOnlyList<QuestionRow> all, CancellationToken cancellationToken)
    {
        var amount = await lastPayment.FindAsync(claim.WalletId, call.Now, cancellationToken);
        var seemsToPay = hasher.Seed($"pays:{claim.Seed}:{call.Now.Year}-{call.Now.Month}") % 2 == 0;
        return all.Any(row => row.IsDynamic)
            && !all.Any(row => row.IsDynamic && call.Identity.Answered.Contains(row.Id))
            && (claim.WalletId is null ? seemsToPay : amount is not null);
    }

    public async Task<bool> MayAnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var asking = new
        {
            callSid = call.Sid,
            caller = call.CallerNumber,
            prefix = GuessRates.PrefixOf(call),
        };
        var standing = await turn.FindAsync<StandingRow>(FindStanding, asking, cancellationToken) ?? new StandingRow();
        return standing.WrongInCall < limits.PerCall
            && !(standing.CallerShutUntil > call.Now)
            && !(standing.PrefixBreachedAt + GuessRate.Episode > call.Now);
    }

    public async Task<Verdict> AnswerAsync(
        Call call,
        Claim claim,
        SecurityQuestion asked,
        string answer,
        CancellationToken cancellationToken
    )
    {
        var wrong = await WrongInCallAsync(call, cancellationToken);
        if (wrong >= limits.PerCall)
        {
            return Verdict.Spent;
        }

        var before = await rates.FindAsync(call, cancellationToken);
        if (before.Prefix?.IsEpisode(call.Now) == true || await callers.EnterAsync(call, claim, cancellationToken) is not { } wrongOfCaller)
        {
            return Verdict.Spent;
        }

        await rates.SpendAsync(call, before, cancellationToken);

        var attempt = new
        {
            id = Guid.CreateVersion7().ToString(),
            callSid = call.Sid,
            caller = call.CallerNumber,
            claimed = claim.Seed,
            walletId = claim.WalletId,
            questionId = asked.Id,
            now = call.Now,
        };
        await turn.ExecuteAsync(ReserveAndAddGuard, attempt, cancellationToken);
        var isOpen = await turn.ExecuteAsync(Spend, attempt, cancellationToken) == 1;
        var enrolled = await turn.FindAsync<AnswerRow>(FindAnswer, attempt, cancellationToken);
        var matches = asked.Kind switch
        {
            QuestionKind.Numeric => await hasher.MatchesAsync(answer, enrolled?.AnswerHash, cancellationToken),
            QuestionKind.Text => await hasher.MatchesSoundsAsync(SpokenAnswer.KeysOf(answer), enrolled?.AnswerHash, cancellationToken),
            QuestionKind.Dynamic => await IsLastPaymentAsync(call, claim, answer, cancellationToken),
        };
        if (matches && isOpen && claim.Holds)
        {
            await turn.ExecuteAsync(MarkRightAndGiveBack, attempt, cancellationToken);
            await rates.GiveBackAsync(call, before, cancellationToken);
            return before.System.IsEpisode(call.Now) ? Verdict.RightWithCode : Verdict.Right;
        }

        if (isOpen && claim.WalletId is { } walletId)
        {
            await GuardAsync(call, walletId, enrolled?.ConsecutiveWrong ?? 0, cancellationToken);
        }

        var isShut = await callers.ShutIfSpentAsync(call, wrongOfCaller + 1, cancellationToken);
        var isPrefixShut = await rates.NoticeAsync(call, before, cancellationToken);
        return isShut || isPrefixShut || wrong + 1 >= limits.PerCall ? Verdict.Spent : Verdict.Wrong;
    }

    public Task ForgiveAsync(Call call, Claim claim, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(Forgive, new { walletId = claim.WalletId }, cancellationToken);

    private async Task<bool> IsLastPaymentAsync(Call call, Claim claim, string keys, CancellationToken cancellationToken)
    {
        await hasher.MatchesAsync(keys, null, cancellationToken); // Of nothing, for the time it takes.
        return SqlLastPayment.IsAbout(await lastPayment.FindAsync(claim.WalletId, call.Now, cancellationToken), keys);
    }

    /// <summary>Pauses or locks the account's questions when its run of wrong answers is long enough.</summary>
    private async Task GuardAsync(Call call, long walletId, int inARow, CancellationToken cancellationToken)
    {
        if (inARow == limits.BeforePause || inARow >= limits.BeforeLock)
        {
            DateTimeOffset? lockedAt = inARow >= limits.BeforeLock ? call.Now : null;
            await turn.ExecuteAsync(
                Guard,
                new
                {
                    walletId,
                    pausedUntil = call.Now + limits.Pause,
                    lockedAt,
                },
                cancellationToken
            );
            await notices.PutAsync(call, walletId, new Notice.QuestionsPaused(), "", cancellationToken);
        }
    }

    private Task<int> WrongInCallAsync(Call call, CancellationToken cancellationToken) =>
        turn.FindAsync<int>(CountWrong, new { callSid = call.Sid }, cancellationToken);
}

using Ivr.Flows.Calls;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Wallet;

/// <summary>A question that proves who the caller is.</summary>
/// <param name="Digits">How many keys the answer has; how many at most where it is an amount; 0 where it is said.</param>
public sealed record SecurityQuestion(long Id, Wording Text, QuestionKind Kind, int Digits);

/// <summary>How a security question is answered.</summary>
public enum QuestionKind
{
    /// <summary>By as many keys as the enrolled answer has.</summary>
    Numeric,

    /// <summary>Aloud: by a name or a place that sounds like the enrolled one.</summary>
    Text,

    /// <summary>Not enrolled but asked of the caller's own last payment: what it came to, in whole yuan.</summary>
    Dynamic,
}

/// <summary>What an answer was worth.</summary>
public enum Verdict
{
    Right,

    /// <summary>Right, and worth nothing until a code is too: so many are guessing that answers alone prove nothing.</summary>
    RightWithCode,

    Wrong,

    /// <summary>No question may be asked any more in this call.</summary>
    Spent,
}

/// <summary>The security questions customers enrolled, and the limits on guessing.</summary>
public interface ISecurityQuestions
{
    /// <summary>
    /// The questions to ask, those that are keyed before those that are said, each lot shuffled; accounts that do not exist have some too, the same ones each time. One at most is of recent payments: the
    /// last, and none where this call answered such a one before.
    /// </summary>
    Task<IReadOnlyList<SecurityQuestion>> DrawAsync(Call call, Claim claim, CancellationToken cancellationToken);

    /// <summary>
    /// Spends an attempt, then compares: one, however much is said. Wrong for an account that does not exist, a claim that does not hold, or an
    /// account whose questions are paused or locked, after the same work; <see cref="Verdict.Spent"/> with the last wrong answer the call, the
    /// calling number or its prefix has.
    /// </summary>
    /// <param name="answer">The keys; the words where the question is answered aloud. They are kept nowhere.</param>
    Task<Verdict> AnswerAsync(Call call, Claim claim, SecurityQuestion asked, string answer, CancellationToken cancellationToken);

    /// <summary>Whether this call, the number it comes from and that number's prefix have wrong answers left.</summary>
    Task<bool> MayAnswerAsync(Call call, CancellationToken cancellationToken);

    /// <summary>The caller passed at L2: the account's run of wrong answers is over.</summary>
    Task ForgiveAsync(Call call, Claim claim, CancellationToken cancellationToken);
}

namespace Ivr.Data.Secrets;

/// <summary>How often security answers may be wrong: the <c>Hotline:Policy:Verification</c> section. Stricter is allowed, looser is not.</summary>
public sealed class VerificationLimits
{
    /// <summary>Wrong answers in one call, then no more questions in it. Default and most: 3.</summary>
    public int PerCall { get; init; } = 3;

    /// <summary>Wrong answers in a row for one account, then a pause. Default and most: 5.</summary>
    public int BeforePause { get; init; } = 5;

    /// <summary>How long the pause lasts. Default and least: 30 minutes.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Wrong answers in a row for one account, then its questions are locked until a stronger factor opens them. Default and most: 10.</summary>
    public int BeforeLock { get; init; } = 10;

    /// <summary>Wrong answers from one calling number, over all accounts and within <see cref="CallerPause"/>, then none any more. Default and most: 10.</summary>
    public int PerCaller { get; init; } = 10;

    /// <summary>Accounts that one calling number may answer wrongly for within <see cref="CallerPause"/>, then no other one. Default and most: 3.</summary>
    public int AccountsPerCaller { get; init; } = 3;

    /// <summary>How long a calling number is then shut out of the questions. Default and least: one hour.</summary>
    public TimeSpan CallerPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Wrong answers from numbers of one prefix in ten minutes, as a multiple of what is usual there, then no questions. Default and most: 5.</summary>
    public double PrefixFactor { get; init; } = 5;

    /// <summary>Fewer wrong answers in ten minutes are never too many for a prefix. Default and most: 15.</summary>
    public int PrefixFloor { get; init; } = 15;

    /// <summary>Wrong answers of everybody in ten minutes, in standard deviations beyond the mean, then a code is demanded. Default and most: 6.</summary>
    public double SystemDeviations { get; init; } = 6;

    /// <summary>Fewer wrong answers in ten minutes are never too many for everybody. Default and most: 20.</summary>
    public int SystemFloor { get; init; } = 20;

    /// <summary>Rounds of the slow hash. Default 20,000.</summary>
    public int AnswerIterations { get; init; } = 20_000;

    /// <summary>A sentence for each limit that is looser than allowed.</summary>
    public IEnumerable<string> Complaints()
    {
        if (PerCall is < 1 or > 3)
        {
            yield return "Hotline:Policy:Verification:PerCall is from 1 to 3, for example 3.";
        }

        if (BeforePause is < 1 or > 5)
        {
            yield return "Hotline:Policy:Verification:BeforePause is from 1 to 5, for example 5.";
        }

        if (Pause < TimeSpan.FromMinutes(30))
        {
            yield return "Hotline:Policy:Verification:Pause is at least 00:30:00.";
        }

        if (BeforeLock < BeforePause || BeforeLock > 10)
        {
            yield return "Hotline:Policy:Verification:BeforeLock is from BeforePause to 10, for example 10.";
        }

        if (PerCaller is < 1 or > 10)
        {
            yield return "Hotline:Policy:Verification:PerCaller is from 1 to 10, for example 10.";
        }

        if (AccountsPerCaller is < 1 or > 3)
        {
            yield return "Hotline:Policy:Verification:AccountsPerCaller is from 1 to 3, for example 3.";
        }

        if (CallerPause < TimeSpan.FromHours(1))
        {
            yield return "Hotline:Policy:Verification:CallerPause is at least 01:00:00.";
        }

        if (PrefixFactor is not (>= 1 and <= 5))
        {
            yield return "Hotline:Policy:Verification:PrefixFactor is from 1 to 5, for example 5.";
        }

        if (PrefixFloor is < 1 or > 15)
        {
            yield return "Hotline:Policy:Verification:PrefixFloor is from 1 to 15, for example 15.";
        }

        if (SystemDeviations is not (>= 0 and <= 6))
        {
            yield return "Hotline:Policy:Verification:SystemDeviations is from 0 to 6, for example 6.";
        }

        if (SystemFloor is < 1 or > 20)
        {
            yield return "Hotline:Policy:Verification:SystemFloor is from 1 to 20, for example 20.";
        }
    }
}

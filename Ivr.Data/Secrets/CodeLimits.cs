namespace Ivr.Data.Secrets;

/// <summary>How one-time codes live: the <c>Hotline:Policy:Codes</c> section. Stricter is allowed, looser is not.</summary>
public sealed class CodeLimits
{
    /// <summary>How long a code can be keyed. Default and most: 10 minutes.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Tries for one code. Default and most: 3.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Wrong tries in a row for one account, over all codes and calls, then it is sent none any more. Default and most: 10.</summary>
    public int BeforeLock { get; init; } = 10;

    /// <summary>Messages in one call, one that is sent again included. Default and most: 2.</summary>
    public int MessagesPerCall { get; init; } = 2;

    /// <summary>Messages to one account within 24 hours. Default and most: 5.</summary>
    public int MessagesPerDay { get; init; } = 5;

    /// <summary>For so long after a phone or its card was changed it is sent no code. Default and least: 72 hours.</summary>
    public TimeSpan SteadyPhone { get; init; } = TimeSpan.FromHours(72);

    /// <summary>A sentence for each limit that is looser than allowed.</summary>
    public IEnumerable<string> Complaints()
    {
        if (Lifetime <= TimeSpan.Zero || Lifetime > TimeSpan.FromMinutes(10))
        {
            yield return "Hotline:Policy:Codes:Lifetime is at most 00:10:00.";
        }

        if (Tries is < 1 or > 3)
        {
            yield return "Hotline:Policy:Codes:Tries is from 1 to 3, for example 3.";
        }

        if (BeforeLock is < 1 or > 10)
        {
            yield return "Hotline:Policy:Codes:BeforeLock is from 1 to 10, for example 10.";
        }

        if (MessagesPerCall is < 1 or > 2)
        {
            yield return "Hotline:Policy:Codes:MessagesPerCall is 1 or 2, for example 2.";
        }

        if (MessagesPerDay is < 1 or > 5)
        {
            yield return "Hotline:Policy:Codes:MessagesPerDay is from 1 to 5, for example 5.";
        }

        if (SteadyPhone < TimeSpan.FromHours(72))
        {
            yield return "Hotline:Policy:Codes:SteadyPhone is at least 3.00:00:00.";
        }
    }
}

namespace Ivr.Web.Messages;

/// <summary>How long a message waits for its next try: from 100 ms, twice as long each time, never quite the same.</summary>
public static class Backoff
{
    /// <summary>After as many tries in a row the carrier counts as away.</summary>
    public const int QuickTries = 5;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="tries">How often it was tried, from 1. After the quick tries it waits the longest time, for as long as it is worth sending.</param>
    /// <param name="chance">From 0 to 1: a tenth less or more.</param>
    public static TimeSpan After(int tries, double chance) =>
        (tries >= QuickTries ? Longest : First * Math.Pow(2, tries - 1)) * (0.9 + 0.2 * chance);
}

namespace Ivr.Data.Stores;

/// <summary>
/// Wrong answers of a scope: those of the ten minutes being counted, and what ten minutes had before. That is kept as sums in which each ten
/// minutes weigh a little less than the next, so that one row says what is usual for about two weeks.
/// </summary>
public sealed record GuessRate
{
    /// <summary>An episode is over when nothing was beyond the limit for so long.</summary>
    public static readonly TimeSpan Episode = TimeSpan.FromHours(1);

    private const long SecondsOfBucket = 600;

    private const double BucketsOfDay = 24 * 6;

    /// <summary>What all weights come to in the end.</summary>
    private const double Whole = 14 * BucketsOfDay;

    /// <summary>What is left of a bucket's weight when the next one is over.</summary>
    private const double Kept = 1 - (1 / Whole);

    public required string Scope { get; init; }

    /// <summary>The ten minutes being counted, as a number of them since 1970.</summary>
    public long Bucket { get; init; }

    public int Wrong { get; init; }

    /// <summary>How many buckets were learned from, weighed as <see cref="Total"/> and <see cref="Squares"/> weigh them.</summary>
    public double Weight { get; init; }

    public double Total { get; init; }

    public double Squares { get; init; }

    /// <summary>When it was last beyond the limit.</summary>
    public DateTimeOffset? BreachedAt { get; init; }

    /// <summary>As if nobody had been wrong before anything was learned: one bad ten minutes are not what is usual.</summary>
    public double Mean => Total / Whole;

    public double Deviation => Math.Sqrt(Math.Max(0, (Squares / Whole) - (Mean * Mean)));

    public bool IsEpisode(DateTimeOffset now) => BreachedAt + Episode > now;

    public static GuessRate New(string scope, DateTimeOffset now) => new() { Scope = scope, Bucket = BucketOf(now) };

    /// <summary>What was counted in earlier minutes is learned, and the buckets since in which nobody was wrong.</summary>
    public GuessRate At(DateTimeOffset now)
    {
        var gone = BucketOf(now) - Bucket;
        if (gone <= 0)
        {
            return this;
        }

        var later = this with { Bucket = BucketOf(now), Wrong = 0 };
        if (!Teaches)
        {
            return later;
        }

        var (fades, empty) = (Math.Pow(Kept, gone), Math.Pow(Kept, gone - 1));
        return later with
        {
            Weight = (Weight * fades) + ((1 - fades) / (1 - Kept)),
            Total = (Total * fades) + (Wrong * empty),
            Squares = (Squares * fades) + ((double)Wrong * Wrong * empty),
        };
    }

    /// <summary>An attack must not become what is usual; on the first day nobody knows yet what that is.</summary>
    private bool Teaches => Weight < BucketsOfDay || !IsEpisode(DateTimeOffset.FromUnixTimeSeconds(Bucket * SecondsOfBucket));

    private static long BucketOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / SecondsOfBucket;
}

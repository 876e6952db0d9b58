namespace Ivr.Web.Hosting;

/// <summary>Tells secrets that stand in documents and demos, or that somebody typed to get on, from secrets.</summary>
public static class MadeUpSecret
{
    /// <summary>Random hexadecimal digits have fewer different ones once in a million times.</summary>
    private const int FewestDifferent = 8;

    private static readonly string[] Words = ["demo", "change", "secret", "password", "example", "sample", "your", "todo"];

    public static bool Is(string? secret) =>
        !string.IsNullOrEmpty(secret)
        && (secret.Distinct().Count() < FewestDifferent || Words.Any(word => secret.Contains(word, StringComparison.OrdinalIgnoreCase)));
}

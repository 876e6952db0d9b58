namespace Ivr.Tests.Browser;

/// <summary>The browser of this machine; none is ever downloaded.</summary>
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome", "chrome.exe"];

    /// <summary>Where it is; null where there is none.</summary>
    public static string? Path { get; } = Candidates().FirstOrDefault(File.Exists);

    /// <summary>It speaks with the page's server alone.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen)
        {
            yield return chosen;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        foreach (var folder in folders.Prepend("/usr/bin"))
        {
            foreach (var name in Names)
            {
                yield return System.IO.Path.Combine(folder, name);
            }
        }
    }
}

/// <summary>A test that needs a browser, and is skipped by name on a machine that has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "There is no Chromium on this machine: install it, or set CHROMIUM to its path.";
        }
    }
}

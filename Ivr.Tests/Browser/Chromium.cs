using Ivr.Tests.Machine;

namespace Ivr.Tests.Browser;

/// <summary>The browser of this machine; none is ever downloaded.</summary>
public static class Chromium
{
    /// <summary>Where it is; null where there is none.</summary>
    public static string? Path { get; } =
        Programs.Find("CHROMIUM", "chromium", "chromium-browser", "google-chrome", "chrome", "chrome.exe");

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

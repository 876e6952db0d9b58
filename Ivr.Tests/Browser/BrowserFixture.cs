using Microsoft.Playwright;

namespace Ivr.Tests.Browser;

/// <summary>One browser for all tests that need it; each gets a window of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Milliseconds: a busy machine is slow, and no test here is about speed.</summary>
    private const float Patience = 20_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is { } path)
        {
            Assertions.SetDefaultExpectTimeout(Patience);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Chromium.Arguments });
        }
    }

    public Task<IBrowserContext> OpenAsync(int width, int height) =>
        browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = ColorScheme.Light,
                Locale = "zh-CN",
                TimezoneId = "Asia/Shanghai",
            }
        );

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

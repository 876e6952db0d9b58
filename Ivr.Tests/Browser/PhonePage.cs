using System.Text.RegularExpressions;
using Ivr.Data.Demo;
using Ivr.Tests.Calls;
using Microsoft.Playwright;

namespace Ivr.Tests.Browser;

/// <summary>The browser telephone on the real hotline, as a person sees it.</summary>
public sealed partial class PhonePage : IAsyncDisposable
{
    private readonly IBrowserContext window;
    private readonly List<string> complaints = [];

    private PhonePage(TestHotline hotline, IBrowserContext window, IPage page)
    {
        Hotline = hotline;
        this.window = window;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) => Note(!IsOwn(request.Url), $"asks {request.Url}");
    }

    public TestHotline Hotline { get; }

    public IPage Page { get; }

    public ILocator Transcript => Page.Locator("#transcript");

    public ILocator State => Page.Locator("#state");

    /// <param name="prepare">Done before the page is loaded.</param>
    public static async Task<PhonePage> OpenAsync(
        BrowserFixture browser,
        int width = 1400,
        int height = 900,
        Func<IPage, Task>? prepare = null
    )
    {
        // The page lies in the web project, not beside the tests.
        var hotline = await TestHotline.StartAsync("--applicationName=Ivr.Web");
        var window = await browser.OpenAsync(width, height);
        var page = await window.NewPageAsync();
        if (prepare is not null)
        {
            await prepare(page);
        }

        var phone = new PhonePage(hotline, window, page);
        await page.GotoAsync(new Uri(hotline.Address, "/phone").AbsoluteUri);
        await Assertions.Expect(page.Locator("#from")).ToHaveValueAsync(DemoWallet.Customers[0].Phone);
        return phone;
    }

    /// <summary>Calls as the demo customer with this tag, reading instead of hearing.</summary>
    public async Task DialAsync(string tag = "locked-self-service")
    {
        await Page.Locator("#mute").CheckAsync();
        await Page.Locator("#caller").SelectOptionAsync(new SelectOptionValue { Index = IndexOf(tag) });
        await Page.Locator("#dial").ClickAsync();
        await HearsAsync("账户被锁，请按一。");
    }

    public Task ClickKeyAsync(char key) => Page.Locator($"#keys [data-key='{key}']").ClickAsync();

    /// <summary>Gives the right answer to the question that was asked last, key by key.</summary>
    public async Task AnswerAsync(Func<char, Task> press, string tag = "locked-self-service")
    {
        var asked = await Transcript.Locator(".spoken").Last.InnerTextAsync();
        var answer = DemoWallet.AnswersOf(DemoWallet.Customers[IndexOf(tag)]).Single(one => one.Answers(asked));
        await PressAsync(answer.Keys!, press);
    }

    /// <summary>Reads the newest message on the page and keys its six digits.</summary>
    public async Task KeysTheCodeAsync(Func<char, Task> press)
    {
        var newest = Page.Locator("#messages li").First;
        await Assertions.Expect(newest).ToContainTextAsync(SixDigits());
        await PressAsync(SixDigits().Match(await newest.InnerTextAsync()).Value, press);
    }

    public Task HearsAsync(string words) =>
        Assertions.Expect(Transcript.Locator(".spoken", new() { HasText = words }).Last).ToBeVisibleAsync();

    public Task ShowsAsync(string words) => Assertions.Expect(Transcript).ToContainTextAsync(words);

    public Task IsInStateAsync(string words) => Assertions.Expect(State).ToContainTextAsync(words);

    /// <summary>Waits for something in the page that no locator sees; the page's own policy forbids the usual way.</summary>
    public async Task ComesTrueAsync(string expression)
    {
        for (var wait = 0; wait < 100 && !await Page.EvaluateAsync<bool>(expression); wait++)
        {
            await Task.Delay(50);
        }

        Assert.True(await Page.EvaluateAsync<bool>(expression), expression);
    }

    /// <summary>Nothing went wrong in the browser, and it asked nobody but the hotline.</summary>
    public void IsQuiet() => Assert.Empty(complaints);

    /// <summary>The browser reaches nobody any more.</summary>
    public Task CutOffAsync() => window.SetOfflineAsync(true);

    public async ValueTask DisposeAsync()
    {
        await window.DisposeAsync();
        await Hotline.DisposeAsync();
    }

    private async Task PressAsync(string keys, Func<char, Task> press)
    {
        foreach (var key in keys)
        {
            await press(key);
        }

        await Assertions.Expect(Transcript).ToContainTextAsync($"presses {keys}");
        await Assertions.Expect(Transcript.Locator("p").Last).ToHaveClassAsync("spoken");
    }

    private static int IndexOf(string tag) => DemoWallet.Customers.ToList().FindIndex(customer => customer.Tags.Contains(tag));

    private bool IsOwn(string url) =>
        url.StartsWith("data:", StringComparison.Ordinal) || new Uri(url).Authority == Hotline.Address.Authority;

    [GeneratedRegex(@"(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex SixDigits();

    private void Note(bool isWrong, string what)
    {
        if (isWrong)
        {
            complaints.Add(what);
        }
    }
}

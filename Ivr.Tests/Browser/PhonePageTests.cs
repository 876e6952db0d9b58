using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Ivr.Tests.Browser;

/// <summary>The page of the browser telephone, whoever uses it and on whatever screen.</summary>
public sealed class PhonePageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>Texts whose language is not marked: Chinese outside zh, and English sentences outside en. Code has no language.</summary>
    private const string WronglyMarked = """
        () => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const wrong = [];
          while (walker.nextNode()) {
            const text = walker.currentNode.data.trim();
            const parent = walker.currentNode.parentElement;
            if (!text || parent.closest("#twiml, #path")) continue;
            const language = parent.closest("[lang]").lang;
            const isChinese = /\p{Script=Han}/u.test(text);
            const isEnglish = !isChinese && /[a-z]{2,} [a-z]{2,}/i.test(text);
            if (isChinese && !language.startsWith("zh") || isEnglish && !language.startsWith("en")) wrong.push(`${language}: ${text}`);
          }
          return wrong;
        }
        """;

    /// <summary>Stands in for the voices that a browser without a screen does not have; it never comes to the end of a sentence.</summary>
    private const string EndlessVoice = """
        globalThis.spoken = [];
        globalThis.cancelled = 0;
        globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        const voices = [{ lang: "zh-CN", localService: true }, { lang: "en-US", localService: true }];
        Object.defineProperty(globalThis, "speechSynthesis", {
          value: { getVoices: () => voices, speak: (what) => spoken.push(what.text), cancel: () => { cancelled++; } },
        });
        """;

    [BrowserFact]
    public async Task Every_control_has_a_name_whatever_the_call_does()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await AllNamedAsync(phone);
        await phone.DialAsync();
        await AllNamedAsync(phone);
        await phone.ClickKeyAsync('0');
        await Assertions.Expect(phone.Page.Locator("#ends button").First).ToBeVisibleAsync();
        await AllNamedAsync(phone);
    }

    [BrowserFact]
    public async Task Every_text_is_marked_with_its_language()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.Page.Locator("summary").ClickAsync();
        Assert.Equal("zh-CN", await phone.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(await phone.Page.EvaluateAsync<string[]>(WronglyMarked));

        await phone.DialAsync();
        await phone.ClickKeyAsync('8');
        await phone.HearsAsync("For a locked account, press one.");
        await phone.ClickKeyAsync('0');
        await phone.IsInStateAsync("在排队等人工");

        Assert.Empty(await phone.Page.EvaluateAsync<string[]>(WronglyMarked));
    }

    [BrowserFact]
    public async Task The_conversation_is_a_log_that_a_screen_reader_follows()
    {
        await using var phone = await PhonePage.OpenAsync(browser);

        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Log)).ToHaveAttributeAsync("aria-live", "polite");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("还没有拨打");
    }

    [BrowserFact]
    public async Task A_narrow_screen_never_scrolls_sideways()
    {
        await using var phone = await PhonePage.OpenAsync(browser, width: 320, height: 640);
        await StaysInsideAsync(phone);
        await phone.Page.Locator("summary").ClickAsync();
        await phone.DialAsync();
        await StaysInsideAsync(phone);
        await phone.ClickKeyAsync('0');
        await phone.IsInStateAsync("在排队等人工");
        await StaysInsideAsync(phone);
    }

    [BrowserFact]
    public async Task A_long_conversation_scrolls_in_its_own_place_to_the_newest_sentence()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.DialAsync();
        for (var time = 0; time < 4; time++)
        {
            await phone.ClickKeyAsync('#');
            await Assertions.Expect(phone.Transcript.GetByText("账户被锁，请按一。")).ToHaveCountAsync(time + 2);
        }

        await Assertions.Expect(phone.Transcript.Locator(".spoken").Last).ToBeInViewportAsync();
        Assert.Equal(0, await phone.Page.EvaluateAsync<int>("window.scrollY"));
    }

    [BrowserFact]
    public async Task A_key_stops_the_voice()
    {
        await using var phone = await PhonePage.OpenAsync(browser, prepare: page => page.AddInitScriptAsync(EndlessVoice));
        await phone.Page.Locator("#dial").ClickAsync();
        await phone.HearsAsync("账户被锁，请按一。");
        await phone.ComesTrueAsync("spoken.length === 1 && spoken[0].startsWith('您好')");
        var before = await phone.Page.EvaluateAsync<int>("cancelled");

        await phone.ClickKeyAsync('1');

        await phone.ComesTrueAsync("spoken.length === 2 && spoken[1].startsWith('为了您的资金安全')");
        Assert.True(await phone.Page.EvaluateAsync<int>("cancelled") > before);
    }

    [BrowserFact]
    public async Task In_the_middle_of_a_call_the_conversation_the_diagram_and_the_TwiML_are_seen_at_once()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.DialAsync();
        await phone.ClickKeyAsync('1');
        await phone.HearsAsync("先核对一下身份");
        await phone.AnswerAsync(phone.ClickKeyAsync);
        await phone.ClickKeyAsync('8');
        await Assertions.Expect(phone.Page.Locator("#entry")).ToHaveTextAsync("8");

        await Assertions.Expect(phone.Page.Locator("#diagram .now")).ToBeInViewportAsync();
        await Assertions.Expect(phone.Page.Locator("#diagram .now text").First).ToContainTextAsync("AskingNextQuestion");
        await Assertions.Expect(phone.Page.Locator("#place")).ToContainTextAsync("MainFlow › UnlockFlow › IdentityFlow");
        await Assertions.Expect(phone.Page.Locator("#twiml")).ToContainTextAsync("<Gather");
        await Assertions.Expect(phone.Page.Locator("#twiml")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(phone.Page.Locator("#mute")).ToBeInViewportAsync();
        await TakePictureAsync(phone.Page);
        phone.IsQuiet();
    }

    private static async Task AllNamedAsync(PhonePage phone)
    {
        var seen = await phone.Page.Locator("body").AriaSnapshotAsync();
        var nameless = Regex.Matches(
            seen,
            "^ *- (button|textbox|combobox|checkbox|log|region|group|list|img)\\b(?! \")[^\n]*",
            RegexOptions.Multiline | RegexOptions.ExplicitCapture
        );
        Assert.Contains("- button \"拨打 Dial\"", seen, StringComparison.Ordinal);
        Assert.Empty(nameless.Select(match => match.Value));
    }

    private static async Task StaysInsideAsync(PhonePage phone) =>
        Assert.Equal(0, await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));

    /// <summary>For people who read about the telephone; the tests do not look at it.</summary>
    private static async Task TakePictureAsync(IPage page, [CallerFilePath] string here = "")
    {
        if (Environment.GetEnvironmentVariable("IVR_TAKE_PICTURES") is { Length: > 0 })
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Path.GetDirectoryName(here)!, "phone-page.png") });
        }
    }
}

using Microsoft.Playwright;

namespace Ivr.Tests.Browser;

/// <summary>Calls on the browser telephone.</summary>
public sealed class PhoneCallTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Unlocked = "select count(*) from wallet_locks where wallet_id = 1 and released_at is null";

    [BrowserFact]
    public async Task A_caller_unlocks_the_account_by_clicking_keys_and_reads_the_message_about_it()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.DialAsync();
        await Assertions.Expect(phone.Page.Locator("#messages")).ToContainTextAsync("还没有消息");

        await phone.ClickKeyAsync('1');
        await phone.HearsAsync("先核对一下身份");
        await phone.AnswerAsync(phone.ClickKeyAsync);
        await phone.AnswerAsync(phone.ClickKeyAsync);
        await phone.HearsAsync("现在为您解锁吗？");
        await phone.ClickKeyAsync('1');
        await phone.HearsAsync("请用按键输入这六位数字");
        await phone.KeysTheCodeAsync(phone.ClickKeyAsync);
        await phone.HearsAsync("已经解锁。");

        Assert.Equal(0, await phone.Hotline.AskAsync<long>(Unlocked));
        await Assertions.Expect(phone.Page.Locator("#messages li").First).ToContainTextAsync("您的账户刚刚通过电话解锁");
        phone.IsQuiet();
    }

    [BrowserFact]
    public async Task The_same_goes_in_English_without_a_mouse()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        var keys = phone.Page.Keyboard;
        await TabToAsync(phone, "mute");
        await keys.PressAsync("Space");
        await phone.Page.EvaluateAsync("document.activeElement.blur()");
        await TabToAsync(phone, "dial");
        await keys.PressAsync("Enter");
        await phone.HearsAsync("For English, press eight.");

        await keys.PressAsync("8");
        await phone.HearsAsync("For a locked account, press one.");
        await keys.PressAsync("Tab");
        await Assertions.Expect(phone.Page.Locator("#keys [data-key='1']")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await phone.HearsAsync("I need to check who is calling.");
        await phone.AnswerAsync(key => keys.PressAsync(key.ToString()));
        await phone.AnswerAsync(key => keys.PressAsync(key.ToString()));
        await phone.HearsAsync("Shall I unlock it now?");
        await keys.PressAsync("1");
        await phone.HearsAsync("six digits");
        await phone.KeysTheCodeAsync(key => keys.PressAsync(key.ToString()));
        await phone.HearsAsync("It's unlocked.");

        Assert.Equal(0, await phone.Hotline.AskAsync<long>(Unlocked));
        phone.IsQuiet();
    }

    [BrowserFact]
    public async Task Typed_words_are_spoken_to_the_hotline()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.DialAsync();

        await phone.Page.Locator("#words").FillAsync("我的账户被锁了");
        await phone.Page.Keyboard.PressAsync("Enter");

        await phone.HearsAsync("先核对一下身份");
        await Assertions.Expect(phone.Transcript.Locator(".caller")).ToHaveTextAsync("我的账户被锁了");
        await Assertions.Expect(phone.Page.Locator("#words")).ToBeEnabledAsync();
        phone.IsQuiet();
    }

    [BrowserFact]
    public async Task A_transfer_is_shown_and_ended_at_the_other_end()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.DialAsync();

        await phone.ClickKeyAsync('0');
        await phone.IsInStateAsync("在排队等人工");
        await Assertions.Expect(phone.Page.Locator("#agent")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator("#place")).ToContainTextAsync("AgentFlow");
        await phone.Page.Locator("#ends [data-end='full']").ClickAsync();

        await phone.ShowsAsync("对方：队列满");
        await phone.HearsAsync("队已经排满了");
        await Assertions.Expect(phone.Page.Locator("#agent")).ToBeHiddenAsync();
        phone.IsQuiet();
    }

    [BrowserFact]
    public async Task Silence_times_out_and_the_hotline_asks_again()
    {
        await using var phone = await PhonePage.OpenAsync(browser, prepare: page => page.Clock.InstallAsync());
        await phone.DialAsync();

        for (var second = 0; second < 30 && !await phone.Transcript.GetByText("没有出声").IsVisibleAsync(); second++)
        {
            await phone.Page.Clock.RunForAsync(1000);
        }

        await phone.HearsAsync("没听到。");
        phone.IsQuiet();
    }

    [BrowserFact]
    public async Task The_keys_of_an_unfinished_entry_are_shown()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.DialAsync();
        await phone.ClickKeyAsync('1');
        await phone.HearsAsync("先核对一下身份");
        await phone.IsInStateAsync("请按 4 个键");

        await phone.ClickKeyAsync('2');
        await phone.ClickKeyAsync('0');

        await phone.ShowsAsync("按键 20");
        await Assertions.Expect(phone.Page.Locator("#entry")).ToHaveTextAsync("20");
    }

    [BrowserFact]
    public async Task Hanging_up_ends_the_call_and_leads_back_to_dialling()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.DialAsync();

        await phone.Page.Locator("#hangup").ClickAsync();

        await phone.IsInStateAsync("您挂断了，通话结束");
        await Assertions.Expect(phone.Page.Locator("#dial")).ToBeFocusedAsync();
        await Assertions.Expect(phone.Page.Locator("#keys [data-key='1']")).ToBeDisabledAsync();
        Assert.Equal(1, await phone.Hotline.AskAsync<long>("select count(*) from calls where ended_at is not null"));
        await phone.DialAsync();
        phone.IsQuiet();
    }

    [BrowserFact]
    public async Task A_page_that_is_closed_hangs_up()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.DialAsync();

        await phone.Page.GotoAsync("about:blank");

        for (var wait = 0; wait < 100 && await EndedAsync() == 0; wait++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(1, await EndedAsync());

        Task<long> EndedAsync() => phone.Hotline.AskAsync<long>("select count(*) from calls where ended_at is not null");
    }

    [BrowserFact]
    public async Task Any_number_can_call_even_a_hidden_one()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.Page.Locator("#mute").CheckAsync();
        await phone.Page.Locator("#from").FillAsync("anonymous");
        await phone.Page.Keyboard.PressAsync("Tab");

        await phone.Page.Locator("#dial").ClickAsync();
        await phone.HearsAsync("账户被锁，请按一。");
        await phone.ClickKeyAsync('1');

        await phone.HearsAsync("请输入注册的手机号");
        await phone.IsInStateAsync("请按键，按 # 结束");
        phone.IsQuiet();
    }

    [BrowserFact]
    public async Task A_hotline_that_cannot_be_reached_is_told_in_both_languages()
    {
        await using var phone = await PhonePage.OpenAsync(browser);
        await phone.DialAsync();

        await phone.CutOffAsync();
        await phone.ClickKeyAsync('1');

        await phone.ShowsAsync("连不上热线。");
        await phone.ShowsAsync("The hotline cannot be reached.");
        await phone.IsInStateAsync("通话断了");
        await Assertions.Expect(phone.Page.Locator("#dial")).ToBeEnabledAsync();
    }

    private static async Task TabToAsync(PhonePage phone, string id)
    {
        for (var tabs = 0; tabs < 40; tabs++)
        {
            await phone.Page.Keyboard.PressAsync("Tab");
            if (await phone.Page.EvaluateAsync<string>("document.activeElement.id") == id)
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not lead to {id}.");
    }
}

using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>The telephone in the terminal shows messages, and keys the code of the newest.</summary>
public sealed class TerminalCalls
{
    private const string Phone = "+8613800000001";

    [Fact]
    public async Task A_script_unlocks_an_account_with_the_code_of_the_message()
    {
        await using var hotline = await TestHotline.StartAsync();
        await using var output = new StringWriter();
        string[] script = ["code", "press 1", "answer", "answer", "press 1", "hear 六位数字", "code", "hear 已经解锁"];

        var without = await PlayAsync(hotline, script, output);
        var with = await PlayAsync(hotline, script[1..], output);

        Assert.Equal((false, true), (without, with));
        Assert.Contains("No message with six digits has come.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("✉ 连江数字钱包：", output.ToString(), StringComparison.Ordinal);
    }

    private static Task<bool> PlayAsync(TestHotline hotline, string[] script, TextWriter output) =>
        CallScript.Read(script).PlayAsync(hotline.Pick(Phone), output, new Inbox(hotline.Services, Phone), default);
}

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

        // Questions come in any order: one answer fits them all.
        await hotline.ExecuteAsync(
            "update security_answers set answer_hash = (select answer_hash from security_answers where customer_id = 1 and question_id = 1) where customer_id = 1"
        );
        string[] script = ["code", "press 1", "press 8834", "press 8834", "press 1", "hear 六位数字", "code", "hear 已经解锁"];
        var without = await Phones(hotline, output).PlayAsync(script, default);
        var status = await Phones(hotline, output).PlayAsync(script[1..], default);

        Assert.Equal((2, 0), (without, status));
        Assert.Contains("No message with six digits has come.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("✉ 连江数字钱包：", output.ToString(), StringComparison.Ordinal);
    }

    private static TerminalPhone Phones(TestHotline hotline, TextWriter output) =>
        new(hotline.Pick(Phone), TextReader.Null, output, new Inbox(hotline.Services, Phone));
}

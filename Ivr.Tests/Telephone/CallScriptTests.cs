using System.Diagnostics;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Telephone;

/// <summary>Scripts, played by the program as a person starts it.</summary>
public sealed class CallScriptTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("script-").FullName;

    [Theory]
    [InlineData("unlock-zh.txt", "谢谢您的来电，再见。")]
    [InlineData("unlock-en.txt", "It's unlocked.")]
    [InlineData("on-a-bad-line.txt", "您是说退款吗？")]
    public async Task A_first_unlocked_account_is_played_to_its_end_as_often_as_one_likes(string name, string heard)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Telephone", "scripts", name);

        Assert.Equal(0, (await PlayAsync(script)).Exit);
        var (exit, output) = await PlayAsync(script);

        Assert.True(exit == 0, output);
        Assert.Contains(heard, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_expects_something_else_fails_with_its_line_and_with_what_was_heard()
    {
        var (exit, output) = await PlayAsync(Write("# 假的", "from +8613800000001", "1", "hear Welcome to the circus"));

        Assert.Equal(1, exit);
        Assert.Contains("Line 4 is not so: hear Welcome to the circus", output, StringComparison.Ordinal);
        Assert.Contains("Heard instead:\n  为了您的资金安全", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_cannot_be_read_is_unusable_and_says_where()
    {
        var (exit, output) = await PlayAsync(Write("1", "press one"));

        Assert.Equal(2, exit);
        Assert.Contains("Line 2: 'press' takes keys", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--script", "there-is-no-such.txt", "cannot be read")]
    [InlineData("--from", "Anna", "'Anna' is no number to call from")]
    [InlineData("--to", "+15550100", "Unrecognized")]
    public async Task Wrong_usage_is_told_in_a_sentence(string option, string value, string sentence)
    {
        var (exit, output) = await RunAsync(option, value);

        Assert.Equal(2, exit);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# only a remark")]
    [InlineData("")]
    [InlineData("from +8613800000001")]
    public void A_script_in_which_nobody_does_anything_is_none(string line) =>
        Assert.Throws<FormatException>(() => CallScript.Read([line, ""]));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(params string[] lines)
    {
        var path = Path.Combine(folder, "script.txt");
        File.WriteAllLines(path, lines);
        return path;
    }

    private Task<(int Exit, string Output)> PlayAsync(string script) => RunAsync("--script", script);

    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Ivr.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "call", .. arguments, $"--contentRoot={AppContext.BaseDirectory}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Hotline__DataDirectory"] = folder;
        using var run = Process.Start(start)!;
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        return (run.ExitCode, (await output + await errors).ReplaceLineEndings("\n"));
    }
}

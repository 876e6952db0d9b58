using Ivr.Web.Commands;

namespace Ivr.Tests.Numbers;

/// <summary>What a command said and how it ended.</summary>
internal sealed record Said(int Status, string Text);

/// <summary>The commands about numbers, as an operator gives them.</summary>
internal static class TwilioProgram
{
    /// <param name="typed">What is typed when it asks.</param>
    public static async Task<Said> RunAsync(IReadOnlyList<string> settings, string typed, params string[] words)
    {
        using var answers = new StringReader(typed);
        await using var screen = new StringWriter();
        string[] all = ["--environment=Production", $"--contentRoot={AppContext.BaseDirectory}", .. settings];
        var status = await TwilioCommands.Create(all, answers, screen).Parse(words[1..]).InvokeAsync();
        return new Said(status, screen.ToString());
    }
}

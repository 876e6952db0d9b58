using System.CommandLine;
using Ivr.Flows;
using Ivr.Flows.Prompts;
using Ivr.Flows.Wallet;
using Ivr.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Commands;

/// <summary><c>prompts check</c>: the same words in every language.</summary>
public static class PromptCommands
{
    private const int FoundSomething = 1;

    public static Command Create(string[] settings) =>
        new("prompts", "Looks after the words of the hotline.")
        {
            new Command("check", "Tells what one language has and another lacks.").Doing(() => CheckAsync(settings)),
        };

    private static Func<Language, ReadingPace> PaceOf(IServiceProvider services)
    {
        var voices = services.GetRequiredService<IOptions<HotlineOptions>>().Value.Voices;
        return language => voices.For(language).Pace(language);
    }

    private static async Task<int> CheckAsync(string[] settings)
    {
        await using var app = HotlineHost.CreateBuilder(settings, quiet: true).Build();
        var prompts = app.Services.GetRequiredService<PromptBook>();
        var findings = PromptCheck
            .Findings(prompts, PaceOf(app.Services))
            .Concat(FaqCheck.Findings(app.Services.GetRequiredService<IFaq>()))
            .ToList();
        foreach (var length in NoticeCheck.Lengths(prompts))
        {
            await Console.Out.WriteLineAsync(length);
        }

        foreach (var finding in findings)
        {
            await Console.Out.WriteLineAsync(finding);
        }

        return findings.Count == 0 ? 0 : FoundSomething;
    }
}

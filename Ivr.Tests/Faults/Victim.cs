using System.Diagnostics;
using System.Globalization;
using Ivr.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Faults;

/// <summary>The real program as a process of its own, which dies of itself, at once and without a word, in the window it was told.</summary>
public static class Victim
{
    /// <summary>The first word of its command line.</summary>
    public const string Name = "victim";

    /// <param name="words">The window, after how many times it is the last one, and the settings.</param>
    public static async Task<int> RunAsync(string[] words)
    {
        var fuse = new Fuse(int.Parse(words[1], CultureInfo.InvariantCulture));
        var builder = HotlineHost.CreateBuilder(words[2..]);
        builder.Logging.ClearProviders();
        switch (Enum.Parse<Window>(words[0]))
        {
            case Window.AfterReserve:
                MortalDialect.Add(builder, fuse, before: "update question_guards");
                break;
            case Window.InTransaction:
                MortalDialect.Add(builder, fuse, before: "");
                break;
            case Window.AfterCommit:
                builder.Logging.AddProvider(new LastWords(fuse)).AddFilter<LastWords>("Ivr", LogLevel.Information);
                break;
            case Window.BeforeReply:
                builder.Services.AddSingleton<IStartupFilter>(new SwallowedReply(fuse));
                break;
        }

        await using var app = HotlineHost.Build(builder);
        await app.RunAsync();
        return 0;
    }
}

/// <summary>Burns down by one each time; at its end the process is killed.</summary>
internal sealed class Fuse(int length)
{
    private int left = length;

    public void Burn()
    {
        if (Interlocked.Decrement(ref left) == 0)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}

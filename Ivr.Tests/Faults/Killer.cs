using Ivr.Tests.Messages;

namespace Ivr.Tests.Faults;

/// <summary>Kills a program in one window after the other, and starts it again each time; at the end it runs on.</summary>
internal sealed class Killer(MortalProgram program, CarrierStub carrier, int seed)
{
    /// <summary>A window that nobody passes in this time is left for another.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly Random random = new(seed);

    /// <summary>How often it died in each window.</summary>
    public Dictionary<Window, int> Killed { get; } = Enum.GetValues<Window>().ToDictionary(window => window, _ => 0);

    public async Task KillAsync(int times)
    {
        for (var time = 0; Killed.Values.Sum() < times; time++)
        {
            var window = (Window)(time % Killed.Count);
            await KillAsync(window);
        }

        program.Start(Window.Random, int.MaxValue);
    }

    private async Task KillAsync(Window window)
    {
        carrier.Watch = window switch
        {
            Window.BeforeSend => Kills(behind: false),
            Window.AfterSend => Kills(behind: true),
            _ => null,
        };
        program.Start(window, random.Next(1, window is Window.InTransaction ? 120 : 8));
        if (window == Window.Random)
        {
            await program.UntilUpAsync();
            await Task.Delay(random.Next(1, 700));
            program.Kill();
        }

        var died = await program.DiesWithinAsync(Patience);
        program.Kill();
        await program.DiesWithinAsync(Patience);
        Killed[died ? window : Window.Random]++;
    }

    private Action<bool> Kills(bool behind)
    {
        var left = random.Next(1, 4);
        return isBehind =>
        {
            if (isBehind == behind && Interlocked.Decrement(ref left) == 0)
            {
                program.Kill();
                program.DiesWithinAsync(Patience).GetAwaiter().GetResult();
            }
        };
    }
}

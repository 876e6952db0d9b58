using System.Diagnostics;
using System.Globalization;
using Ivr.Tests.Machine;

namespace Ivr.Tests.Faults;

/// <summary>A hotline that is killed and started again at the same address, over the same database.</summary>
internal sealed class MortalProgram(IReadOnlyList<string> settings) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly int port = Ports.Free();
    private Process? process;

    public int Port => port;

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <param name="after">After how many times the window is the last one.</param>
    public void Start(Window window, int after)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        string[] words =
        [
            Path.Combine(AppContext.BaseDirectory, "Ivr.Tests.dll"),
            Victim.Name,
            window.ToString(),
            after.ToString(CultureInfo.InvariantCulture),
            .. settings,
            $"--urls={Address}",
        ];
        Array.ForEach(words, start.ArgumentList.Add);
        process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>While it is down there is nobody to send a webhook to.</summary>
    public async Task UntilUpAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await Ports.AnswersAsync(port))
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public void Kill()
    {
        try
        {
            process?.Kill();
        }
        catch (InvalidOperationException)
        {
            // It was quicker.
        }
    }

    public int Id => process!.Id;

    public int ExitCode => process!.ExitCode;

    /// <summary>Tells it to stop, as an operator's machine does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Whether it died within that time.</summary>
    public async Task<bool> DiesWithinAsync(TimeSpan time)
    {
        using var limit = new CancellationTokenSource(time);
        try
        {
            await process!.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        process?.Dispose();
        return ValueTask.CompletedTask;
    }
}

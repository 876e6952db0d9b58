using System.Diagnostics;
using System.Globalization;
using Ivr.Tests.Machine;

namespace Ivr.Tests.Faults;

/// <summary>A test that lets system calls of a program fail.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WithStraceAttribute : FactAttribute
{
    public WithStraceAttribute()
    {
        if (!OperatingSystem.IsLinux() || Strace.Program is null)
        {
            Skip = "There is no strace on this machine: install it, or set STRACE to its path.";
        }
    }
}

/// <summary>Holds on to a program and lets some of its system calls fail or wait, until it is let go.</summary>
internal sealed class Strace(Process process) : IDisposable
{
    public static string? Program { get; } = Programs.Find("STRACE", "strace");

    /// <param name="injection">As strace takes it, <c>fsync:error=EIO</c>.</param>
    public static async Task<Strace> AttachAsync(int program, string injection)
    {
        var calls = injection.Split(':')[0];
        var start = new ProcessStartInfo(Program!) { UseShellExecute = false, RedirectStandardError = true };
        string[] words =
        [
            "-f",
            "-p",
            program.ToString(CultureInfo.InvariantCulture),
            "-e",
            $"trace={calls}",
            "-e",
            $"inject={injection}",
            "-o",
            "/dev/null",
        ];
        Array.ForEach(words, start.ArgumentList.Add);
        var process = Process.Start(start)!;
        Assert.Contains("attached", await process.StandardError.ReadLineAsync(), StringComparison.Ordinal);
        _ = process.StandardError.ReadToEndAsync();
        return new Strace(process);
    }

    public void Dispose()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        process.WaitForExit();
        process.Dispose();
    }
}

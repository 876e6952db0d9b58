using System.Diagnostics;
using Ivr.Tests.Calls;
using Ivr.Tests.Machine;
using Ivr.Tests.Rules;

namespace Ivr.Tests.Deploy;

/// <summary>What <c>deploy/backup</c> makes of a wallet that is in use, and of one that was changed.</summary>
[Databases.OnSqliteOnly("Its file is backed up.")]
public sealed class BackupTests : IDisposable
{
    private readonly string to = Directory.CreateTempSubdirectory("backups-").FullName;

    public void Dispose() => Directory.Delete(to, recursive: true);

    [Sqlite3Fact]
    public async Task A_copy_made_during_a_call_is_whole_and_one_whose_audit_was_changed_is_not_taken()
    {
        await using var hotline = await TestHotline.StartAsync();
        await hotline.Caller("happy").Dials().Presses("9").Presses("1").Presses("1").IsStillOn();

        var (status, said) = await BackUpAsync(hotline.Folder);
        Assert.True(status == 0, said);
        Assert.Contains("rows are as they were written", said, StringComparison.Ordinal);
        var copy = Assert.Single(Directory.GetDirectories(to));
        Assert.True(File.Exists(Path.Combine(copy, "wallet.db")), said);

        await hotline.ExecuteAsync("update audit_log set action = 'nothing' where seq = 1");
        var (changed, why) = await BackUpAsync(hotline.Folder);
        Assert.Equal(1, changed);
        Assert.Contains("Row 1 is not as it was written", why, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(to), folder => !folder.EndsWith(".part", StringComparison.Ordinal));
        Assert.Equal(2, (await BackUpAsync(Path.Combine(to, "nowhere"))).Status);
    }

    private async Task<(int Status, string Said)> BackUpAsync(string from)
    {
        string[] hotline =
        [
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "Ivr.Web.dll"),
            $"--contentRoot={AppContext.BaseDirectory}",
            "--environment=Development",
            "--Hotline:Pepper=demo-pepper-for-made-up-customers-only",
        ];
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "deploy", "backup"), from, to])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOTLINE"] = string.Join(' ', hotline) },
        };
        using var program = Process.Start(start)!;
        var said = await Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return (program.ExitCode, string.Concat(said));
    }
}

/// <summary>A test that needs SQLite's own program, and is skipped by name on a machine that has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Sqlite3FactAttribute : FactAttribute
{
    public Sqlite3FactAttribute()
    {
        if (Programs.Find("SQLITE3", "sqlite3") is null || OperatingSystem.IsWindows())
        {
            Skip = "There is no sqlite3 on this machine: install it.";
        }
    }
}

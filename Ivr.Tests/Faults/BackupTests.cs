using Ivr.Tests.Audit;
using Ivr.Tests.Calls;
using Ivr.Web.Commands;
using Microsoft.Data.Sqlite;

namespace Ivr.Tests.Faults;

/// <summary>A copy of the database that is made while calls go on is whole, and takes the place of the original.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string elsewhere = Directory.CreateTempSubdirectory("backup-").FullName;

    private string Copy => Path.Combine(elsewhere, "wallet.db");

    [Fact]
    public async Task A_copy_made_while_callers_are_served_is_whole_with_its_audit_and_calls_go_on_over_it()
    {
        await using var hotline = await TestHotline.StartAsync();
        var customers = await Crowd.JoinAsync(hotline, 12, "no-data");
        var freezing = Task.WhenAll(
            customers.Select(async customer => await new TestCaller(hotline, customer).Dials().Presses("9").Presses("1").Presses("1"))
        );
        Assert.Equal(0, await HotlineCommands.RunAsync([.. Over(hotline.Folder), "db", "backup", Copy]));
        await freezing;

        File.Copy(Path.Combine(hotline.Folder, "audit.heads"), Path.Combine(elsewhere, "audit.heads"));
        await using var restored = await TestHotline.StartAsync(Over(elsewhere)[0]);
        Assert.Equal("ok", await restored.AskAsync<string>("pragma integrity_check"));
        await restored.Caller("no-data").Dials().Presses("9").Presses("1").Presses("1").Hears("已经冻结");
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_a_copy_whose_audit_was_changed_is_not_called_whole()
    {
        await using var hotline = await TestHotline.StartAsync();
        await AuditTests.WriteAsync(hotline, 3);
        await AuditTests.AnchorsAsync(hotline);
        string[] backup = [.. Over(hotline.Folder), "db", "backup", Copy];

        Assert.Equal(0, await HotlineCommands.RunAsync(backup));
        Assert.Equal(2, await HotlineCommands.RunAsync(backup));
        await hotline.ExecuteAsync("update audit_log set actor = 'caller' where seq = 2");
        File.Delete(Copy);
        Assert.Equal(1, await HotlineCommands.RunAsync(backup));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(elsewhere, recursive: true);
    }

    private static string[] Over(string folder) =>
        [
            $"--Hotline:DataDirectory={folder}",
            $"--contentRoot={AppContext.BaseDirectory}",
            "--environment=Development",
            "--Hotline:Demo=true",
            "--Hotline:Pepper=demo-pepper-for-made-up-customers-only",
            "--Hotline:Agents:Queue=hotline",
        ];
}

using Ivr.Tests.Calls;
using Ivr.Tests.Databases;
using Ivr.Web.Commands;
using Microsoft.Data.Sqlite;

namespace Ivr.Tests.Audit;

/// <summary>Yesterday's file brings back codes that were used and counters that had risen: nobody gets anything out of that.</summary>
[OnSqliteOnly("A copy of its file is put back.")]
public sealed class RestoredDatabaseTests
{
    [Fact]
    public async Task After_yesterdays_file_is_put_back_answers_and_codes_open_nothing_until_somebody_has_looked()
    {
        await using var before = await TestHotline.StartAsync();
        await AuditTests.WriteAsync(before, 1);
        await PutBackAsync(before, () => AuditTests.UnlockAsync(before));

        await using (var hotline = await StartBesideAsync(before))
        {
            Assert.Contains(hotline.Log.Lines, line => line.StartsWith("Critical 32", StringComparison.Ordinal));
            Assert.Equal(1, await LocksAsync(hotline));

            var caller = hotline.Caller("locked-self-service").Dials().Presses("1");
            await caller.AnswersRightly(2).HangsUp();
            Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from verification_attempts where result = 'RIGHT'"));
            Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from code_messages"));
            Assert.NotNull((await AuditTests.VerifyAsync(hotline)).Finding);

            await hotline.Caller("locked-self-service").Dials().Presses("9").Presses("1").Presses("1").IsStillOn().HangsUp();
            Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'account frozen'"));
        }

        Assert.Equal(0, await HotlineCommands.RunAsync([.. Beside(before), "audit", "accept"]));

        await using var after = await StartBesideAsync(before);
        Assert.DoesNotContain(after.Log.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal));
        Assert.Null((await AuditTests.VerifyAsync(after)).Finding);
        await after.Caller("locked-self-service").Dials().Presses("1").AnswersRightly(2).HangsUp();
        Assert.Equal(2, await after.AskAsync<long>("select count(*) from verification_attempts where result = 'RIGHT'"));
        Assert.Single(Directory.EnumerateFiles(before.Folder, "audit.heads.2*"));
    }

    [Fact]
    public async Task A_file_that_is_put_back_and_then_written_to_is_found_all_the_same()
    {
        await using var before = await TestHotline.StartAsync();
        await AuditTests.WriteAsync(before, 1);
        await PutBackAsync(before, () => AuditTests.WriteAsync(before, 2));
        var heads = Path.Combine(before.Folder, "audit.heads");
        File.Move(heads, $"{heads}-elsewhere");
        await using (var longer = await StartBesideAsync(before))
        {
            await AuditTests.WriteAsync(longer, 9);
        }

        File.Move($"{heads}-elsewhere", heads, overwrite: true);
        await using var hotline = await StartBesideAsync(before);

        Assert.Contains(hotline.Log.Lines, line => line.StartsWith("Critical 32", StringComparison.Ordinal));
        Assert.Equal(2, (await AuditTests.VerifyAsync(hotline)).Finding!.Seq);
    }

    [Fact]
    public async Task A_code_that_was_on_its_way_when_the_copy_was_made_is_dead_after_it_is_put_back()
    {
        await using var before = await TestHotline.StartAsync();
        await before.Caller("locked-self-service").Dials().Presses("1").AnswersRightly(2).Presses("1").IsStillOn();
        await PutBackAsync(before, () => AuditTests.WriteAsync(before, 1));

        await using var hotline = await StartBesideAsync(before);

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from code_challenges"));
        Assert.Equal(
            0,
            await hotline.AskAsync<long>(
                $"select count(*) from code_challenges where expires_at > '{TestHotline.Stored(hotline.Clock.GetUtcNow())}'"
            )
        );
    }

    [Fact]
    public async Task The_command_says_by_its_exit_status_whether_the_audit_is_whole()
    {
        await using var hotline = await TestHotline.StartAsync();
        await AuditTests.WriteAsync(hotline, 3);
        await AuditTests.AnchorsAsync(hotline);
        string[] verify = [.. Beside(hotline), "audit", "verify"];

        Assert.Equal(0, await HotlineCommands.RunAsync(verify));
        Assert.Equal(2, await HotlineCommands.RunAsync([.. verify, "--heads", Path.Combine(hotline.Folder, "nowhere")]));
        await hotline.ExecuteAsync("update audit_log set actor = 'caller' where seq = 2");
        Assert.Equal(1, await HotlineCommands.RunAsync(verify));
        await hotline.ExecuteAsync("drop table audit_log");
        Assert.Equal(2, await HotlineCommands.RunAsync(verify));
    }

    /// <summary>The database as it was before something happened; what was anchored of it stays.</summary>
    private static async Task PutBackAsync(TestHotline hotline, Func<Task> happens)
    {
        var file = Path.Combine(hotline.Folder, "wallet.db");
        await AuditTests.AnchorsAsync(hotline);
        await hotline.ExecuteAsync($"vacuum into '{file}.copy'");
        await happens();
        await AuditTests.AnchorsAsync(hotline);
        await hotline.StopAsync();
        SqliteConnection.ClearAllPools();
        File.Delete($"{file}-wal");
        File.Delete($"{file}-shm");
        File.Move($"{file}.copy", file, overwrite: true);
    }

    private static Task<long> LocksAsync(TestHotline hotline) =>
        hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 1 and released_at is null");

    private static Task<TestHotline> StartBesideAsync(TestHotline hotline) => TestHotline.StartAsync(Beside(hotline)[..1]);

    private static string[] Beside(TestHotline hotline) =>
        [
            $"--Hotline:DataDirectory={hotline.Folder}",
            $"--contentRoot={AppContext.BaseDirectory}",
            "--environment=Development",
            "--Hotline:Demo=true",
            "--Hotline:Pepper=demo-pepper-for-made-up-customers-only",
            "--Hotline:Agents:Queue=hotline",
        ];
}

using Ivr.Data.Audit;
using Ivr.Data.Connections;
using Ivr.Data.Stores;
using Ivr.Tests.Calls;
using Ivr.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Audit;

/// <summary>The audit of the real application, in its database and beside it.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task What_a_call_does_is_chained_in_its_turn_and_its_head_is_kept_beside_the_database()
    {
        await using var hotline = await TestHotline.StartAsync();

        await UnlockAsync(hotline);

        var rows = await hotline.AskAsync<long>("select count(*) from audit_log");
        Assert.True(rows >= 3, $"{rows} rows");
        Assert.Equal(rows, await hotline.AskAsync<long>("select max(seq) from audit_log"));
        Assert.Equal(new AuditResult(rows, null), await VerifyAsync(hotline));
        Assert.Equal(rows, (await AnchorsAsync(hotline))[^1].Seq);
        Assert.Contains(hotline.Log.Lines, line => line.Contains($"Audit head {rows} ", StringComparison.Ordinal));
    }

    [Fact]
    [OnSqliteOnly("A trigger in SQLite's words stands in the way.")]
    public async Task Where_the_audit_cannot_be_written_the_account_stays_locked()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("locked-self-service").Dials().Presses("1").AnswersRightly(2).Presses("1");
        await caller;
        await hotline.ExecuteAsync(
            "create trigger audit_is_full before insert on audit_log begin select raise(abort, 'the audit takes nothing'); end"
        );

        await caller.KeysTheCode();
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 1 and released_at is null"));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'locks released'"));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from code_challenges where used_at is not null"));

        await hotline.ExecuteAsync("drop trigger audit_is_full");
        await caller.KeysTheCode().IsStillOn();
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from wallet_locks where wallet_id = 1 and released_at is null"));
    }

    [Fact]
    public async Task Turns_at_once_on_two_nodes_make_one_chain_without_gaps()
    {
        await using var one = await TestHotline.StartAsync();
        await using var other = await TestHotline.StartAsync($"--Hotline:DataDirectory={one.Folder}");

        await Task.WhenAll(Enumerable.Range(0, 60).Select(place => WriteAsync(place % 2 == 0 ? one : other, place % 3 + 1)));

        Assert.Equal(new AuditResult(120, null), await VerifyAsync(one));
        Assert.Equal(120, await other.AskAsync<long>("select seq from audit_head"));
    }

    public static TheoryData<string, long> Deeds =>
        new()
        {
            { "update audit_log set action = 'code sent' where seq = 4", 4 },
            { "update audit_log set at = '2020-01-01T00:00:00.000000Z' where seq = 5", 5 },
            { "delete from audit_log where seq = 6", 6 },
            { "delete from audit_log where seq >= 8", 8 },
            { "delete from audit_log where seq >= 8; update audit_head set seq = 7, hash = (select hash from audit_log where seq = 7)", 8 },
            { "delete from audit_log", 1 },
            { $"delete from audit_log; update audit_head set seq = 0, hash = '{new string('0', 64)}'", 1 },
            { "delete from audit_head", 11 },
            { "update audit_log set seq = -seq where seq = 3", -3 },
            { "update audit_log set seq = seq + 100 where seq >= 9; update audit_log set seq = seq - 99 where seq = 109", 9 },
            {
                "update audit_log set seq = 100 where seq = 2; update audit_log set seq = 2 where seq = 7; update audit_log set seq = 7 where seq = 100",
                2
            },
            { "insert into audit_log select 11, at, actor, action, object, call_sid, hash from audit_log where seq = 10", 11 },
        };

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task What_is_done_to_the_table_is_found_at_its_first_row(string deed, long first)
    {
        await using var hotline = await TestHotline.StartAsync();
        await WriteAsync(hotline, 10);
        Assert.Null((await VerifyAsync(hotline)).Finding);

        await hotline.ExecuteAsync(deed);

        Assert.Equal(first, (await VerifyAsync(hotline)).Finding?.Seq);
    }

    [Fact]
    public async Task Rows_of_which_no_head_was_kept_are_not_called_whole()
    {
        await using var hotline = await TestHotline.StartAsync();
        Assert.Null((await VerifyAsync(hotline)).Finding);
        await WriteAsync(hotline, 2);
        await AnchorsAsync(hotline);
        File.Delete(Path.Combine(hotline.Folder, "audit.heads"));

        Assert.Contains("cut off", (await VerifyAsync(hotline)).Finding!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_broke_off_in_a_crash_spoils_no_other()
    {
        await using var hotline = await TestHotline.StartAsync();
        await WriteAsync(hotline, 1);
        await AnchorsAsync(hotline);
        await File.AppendAllTextAsync(Path.Combine(hotline.Folder, "audit.heads"), "2026-01-01T00:00:00.000000Z 2 01");

        await WriteAsync(hotline, 1);

        Assert.Equal([1L, 2L], (await AnchorsAsync(hotline)).Select(head => head.Seq));
        Assert.Null((await VerifyAsync(hotline)).Finding);
    }

    internal static async Task UnlockAsync(TestHotline hotline) =>
        await hotline.Caller("locked-self-service").Dials().Presses("1").AnswersRightly(2).Presses("1").KeysTheCode().IsStillOn().HangsUp();

    /// <summary>As many rows, in one turn.</summary>
    internal static async Task WriteAsync(TestHotline hotline, int rows)
    {
        await using var scope = hotline.Services.CreateAsyncScope();
        var audit = scope.ServiceProvider.GetRequiredService<AuditLog>();
        for (var row = 0; row < rows; row++)
        {
            await audit.WriteAsync(null, AuditLog.Hotline, "tested", $"row:{row}", hotline.Clock.GetUtcNow(), default);
        }

        await scope.ServiceProvider.GetRequiredService<TurnScope>().CommitAsync(default);
    }

    internal static async Task<AuditResult> VerifyAsync(TestHotline hotline) =>
        await hotline.Services.GetRequiredService<AuditWalk>().RunAsync(await AnchorsAsync(hotline), _ => { }, default);

    internal static async Task<IReadOnlyList<AuditHead>> AnchorsAsync(TestHotline hotline)
    {
        var anchors = hotline.Services.GetRequiredService<AuditAnchors>();
        await anchors.FlushAsync();
        return AuditAnchors.Read(anchors.File);
    }
}

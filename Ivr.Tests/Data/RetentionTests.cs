using Ivr.Data;
using Ivr.Tests.Audit;
using Ivr.Tests.Calls;
using Ivr.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Data;

/// <summary>What was kept long enough goes; what is newer, open or the audit stays.</summary>
public sealed class RetentionTests
{
    private static readonly string[] Cleared =
    [
        "calls",
        "call_turns",
        "verification_attempts",
        "code_challenges",
        "code_messages",
        "notifications",
        "inbox_messages",
        "handovers",
        "queue_entries",
        "callbacks",
        "promises",
        "cases",
        "fraud_reports",
        "voicemails",
        "wrong_amounts",
        "caller_settings",
        "nuisance_numbers",
        "tail_guards",
        "caller_guards",
        "guess_rates",
    ];

    /// <summary>All that is not the wallet's.</summary>
    private const string EverythingIsDone = """
        insert into cases (case_no, type, state, wallet_id, call_sid, subject, opened_at) values ('1', 'FRAUD', 'OPEN', 1, 'CA1', '', {0});
        insert into fraud_reports values ('1', 'CA1', 'LINK', 'NOW', 0, 0, {0});
        insert into voicemails values ('RE1', 'CA1', '1', 9, 'NEW', {0});
        insert into wrong_amounts values (1, 1, '1', 1, 2, 'CNY', 'CA1', {0});
        insert into promises values ('p1', 1, 'CA1', 'refund:1', 'R', 'CN', {0}, {0}, {0}, null, null);
        insert into callbacks (id, call_sid, e164, wallet_id, language, case_no, urgent, state, attempts, queued_at, requested_at, next_at, ended_at)
        values ('b1', 'CA1', '+8613800000001', 1, 'zh-CN', '1', 0, 'DONE', 1, {0}, {0}, null, {0});
        insert into handovers (id, call_sid, turn, topic, state, level, language, urgent, way, opened_at)
        values ('h1', 'CA1', 1, 'T', 'S', 'L0', 'zh-CN', 0, 'Queue', {0});
        insert into queue_entries (call_sid, turn, queue, entered_at) values ('CA1', 1, 'hotline', {0});
        insert into inbox_messages (id, wallet_id, template, language, body, created_at) values ('i1', 1, 'T', 'zh-CN', 'text', {0});
        insert into caller_settings values ('+8613800000001', 'en-US', {0});
        insert into nuisance_numbers values ('+8613800000099', {0}, 'noise', {0});
        insert into tail_guards values ('caller:+8613800000001', 1, {0});
        insert into caller_guards values ('+8613800000098', 1, {0}, null);
        insert into guess_rates values ('prefix:+861990000', 1, 1, 0, 0, 0, null, {0});
        update cases set state = 'RESOLVED';
        update notifications set state = 'DELIVERED';
        """;

    [Fact]
    public async Task After_its_days_each_kind_of_record_is_gone_and_the_audit_says_how_many()
    {
        await using var hotline = await TestHotline.StartAsync();
        await AuditTests.UnlockAsync(hotline);
        await FillAsync(hotline);
        var before = await CountAsync(hotline);
        Assert.DoesNotContain(before, table => table.Rows == 0);

        await SweepAsync(hotline);
        Assert.Equal(before, await CountAsync(hotline));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from calls where session <> ''"));
        hotline.Clock.Advance(TimeSpan.FromDays(4));
        await SweepAsync(hotline);
        Assert.Equal(before, await CountAsync(hotline));
        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from calls where session <> ''"));

        hotline.Clock.Advance(TimeSpan.FromDays(1826));
        await SweepAsync(hotline);
        Assert.All(await CountAsync(hotline), table => Assert.Equal((table.Table, 0), table));
        Assert.Equal(11, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'old records deleted'"));
        Assert.Null((await AuditTests.VerifyAsync(hotline)).Finding);
        Assert.True(await hotline.AskAsync<long>("select count(*) from audit_log where action = 'locks released'") == 1);
    }

    [Fact]
    public async Task What_is_still_open_is_kept_however_old_it_is()
    {
        await using var hotline = await TestHotline.StartAsync();
        await FillAsync(hotline);
        await hotline.StopAsync();
        await hotline.ExecuteAsync(
            """
            update cases set state = 'OPEN';
            update callbacks set ended_at = null;
            update promises set kept_at = null, broken_at = due_at;
            insert into notifications (id, dedupe_key, to_e164, language, template, body, state, created_at)
            values ('n1', 'n1', '+8613800000001', 'zh-CN', 'T', '{}', 'QUEUED', '2020-01-01T00:00:00.000000Z');
            """
        );

        hotline.Clock.Advance(TimeSpan.FromDays(5000));
        await SweepAsync(hotline);

        foreach (var table in new[] { "cases", "fraud_reports", "voicemails", "callbacks", "promises", "notifications" })
        {
            Assert.Equal(1, await hotline.AskAsync<long>($"select count(*) from {table}"));
        }
    }

    [Fact]
    public async Task More_than_one_lot_goes_in_several_and_each_kind_has_its_own_days()
    {
        await using var hotline = await TestHotline.StartAsync("--Hotline:Policy:Retention:Attempts=5");
        var old = TestHotline.Stored(hotline.Clock.GetUtcNow().AddDays(-6));
        foreach (var lot in Enumerable.Range(1, 1001).Select(number => $"('a{number}', 'CA1', 1, 1, 'WRONG', '{old}')").Chunk(500))
        {
            await hotline.ExecuteAsync(
                $"insert into verification_attempts (id, call_sid, wallet_id, question_id, result, at) values {string.Join(", ", lot)}"
            );
        }

        await hotline.ExecuteAsync($"insert into tail_guards values ('number:1', 1, '{old}')");

        await SweepAsync(hotline);

        Assert.Equal(0, await hotline.AskAsync<long>("select count(*) from verification_attempts"));
        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from tail_guards"));
        Assert.Equal(6, await hotline.AskAsync<long>("select count(*) from audit_log where object like 'Attempts:%'"));
    }

    [Fact]
    public void Every_table_of_the_hotline_has_its_days_or_is_named_here()
    {
        string[] keptForGood =
        [
            "audit_log",
            "audit_head",
            "schema_versions",
            "hotline_settings",
            // Counters of an account: the strictness they stand for does not grow old.
            "question_guards",
            "code_guards",
            // No person's.
            "incidents",
            "message_budgets",
            // What somebody said to the carrier must be heeded for good.
            "message_optouts",
        ];
        var owned = Directory
            .EnumerateFiles(Path.Combine(Rules.Repository.Root, "Ivr.Data", "Migrations", "Sqlite"))
            .Where(file => !file.EndsWith("0001_wallet.sql", StringComparison.Ordinal))
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"create table (\w+)"))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Except(keptForGood)
            .Order();

        Assert.Equal(Cleared.Order(), owned);
        Assert.NotEmpty(Statements.All);
    }

    private static async Task FillAsync(TestHotline hotline) =>
        await hotline.ExecuteAsync(
            EverythingIsDone.Replace("{0}", $"'{TestHotline.Stored(hotline.Clock.GetUtcNow())}'", StringComparison.Ordinal)
        );

    private static Task SweepAsync(TestHotline hotline) => hotline.Services.GetRequiredService<RetentionSweep>().SweepAsync(default);

    private static async Task<IReadOnlyList<(string Table, long Rows)>> CountAsync(TestHotline hotline)
    {
        var counts = new List<(string, long)>();
        foreach (var table in Cleared)
        {
            counts.Add((table, await hotline.AskAsync<long>($"select count(*) from {table}")));
        }

        return counts;
    }
}

using Dapper;
using Ivr.Data;
using Ivr.Data.Connections;
using Ivr.Flows.Flows;
using Ivr.Tests.Calls;
using Ivr.Tests.Rules;
using Ivr.Tests.Webhooks;
using Microsoft.Data.Sqlite;

namespace Ivr.Tests.Faults;

/// <summary>The schema changes under calls, a migration dies half-way, and words change while they are spoken.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("upgrade-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_migration_that_dies_behind_any_statement_is_done_whole_the_next_time()
    {
        var database = new SqliteDialect(new DatabaseOptions { DataDirectory = folder });
        var scripts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Ivr.Data", "Migrations", "Sqlite")).Order().ToList();
        var deaths = 0;
        for (var script = 0; script < scripts.Count; script++)
        {
            await Assert.ThrowsAsync<IOException>(() =>
                new Migrator(new DyingDialect(database, script)).MigrateAsync(CancellationToken.None)
            );
            var statements = (await File.ReadAllTextAsync(scripts[script])).Split(";\n", StringSplitOptions.RemoveEmptyEntries);
            for (var last = 1; last <= statements.Length; last++, deaths++)
            {
                // What a process that is killed leaves behind: a transaction that nobody ends.
                await using var connection = await database.OpenAsync(CancellationToken.None);
                await using var transaction = await database.BeginAsync(connection, CancellationToken.None);
                await connection.ExecuteAsync(string.Join(";\n", statements[..last]), transaction: transaction);
            }
        }

        Assert.Equal(Path.GetFileName(scripts[^1]), Assert.Single(await new Migrator(database).MigrateAsync(CancellationToken.None)));
        Assert.True(deaths > 40, $"It died {deaths} times.");
        Assert.Empty(await new DatabaseCheck(database).RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Under_a_schema_that_a_newer_version_has_widened_calls_go_on()
    {
        await using var hotline = await TestHotline.StartAsync();
        var caller = hotline.Caller("locked-self-service").Dials().Presses("1").AnswersRightly(1);
        await caller;
        await hotline.ExecuteAsync(
            """
            alter table calls add newer text;
            alter table call_turns add newer text;
            alter table audit_log add newer text;
            create table newer (id integer primary key);
            insert into schema_versions (name, sha256) values ('9999_newer.sql', 'newer');
            """
        );

        await caller.AnswersRightly(1).Presses("1").KeysTheCode().Hears("已经解锁");
        using var http = new HttpClient { BaseAddress = hotline.Address };
        Assert.Equal("ready", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }

    [Fact]
    public async Task Whatever_is_done_to_the_files_of_a_hotline_that_runs_it_speaks_the_words_it_has_read()
    {
        using var prompts = new PromptsFolder();
        await using var hotline = await TestHotline.StartAsync(prompts.Setting);
        var caller = hotline.Caller("locked-self-service").Dials().Hears("账户被锁，请按一。");
        await caller;

        prompts.Write("zh-CN/unlock.json", "{ \"broken\": "u8.ToArray());
        prompts.Write("zh-CN/identity.json", [0xff, 0xfe, 0x00]);
        File.Delete(Path.Combine(prompts.Path, "zh-CN", "code.json"));
        Directory.Delete(Path.Combine(prompts.Path, "en-US"), recursive: true);

        await caller.Presses("1").AnswersRightly(2).Hears("现在为您解锁吗").Presses("1").KeysTheCode().Hears("已经解锁");
        await hotline.Caller("english-only").Dials().InEnglish().Chooses<UnlockFlow>().IsStillOn();
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    /// <summary>Dies before the script behind so many.</summary>
    private sealed class DyingDialect(Dialect inner, int scripts) : OverDialect(inner)
    {
        private int begun;

        public override Task<IDisposable?> EnterAsync(CancellationToken cancellationToken) =>
            begun++ < scripts ? base.EnterAsync(cancellationToken) : throw new IOException("It died.");
    }
}

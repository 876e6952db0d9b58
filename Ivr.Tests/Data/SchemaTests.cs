using System.Text.RegularExpressions;
using Ivr.Data;
using Ivr.Data.Connections;
using Ivr.Tests.Calls;
using Ivr.Tests.Databases;
using Ivr.Tests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Data;

/// <summary>The schema and the statements over it.</summary>
public sealed partial class SchemaTests
{
    [Fact]
    [OnSqliteOnly("Its plans are read.")]
    public async Task No_statement_of_a_turn_scans_a_table()
    {
        await using var hotline = await TestHotline.StartAsync();
        var dialect = (SqliteDialect)hotline.Services.GetRequiredService<Dialect>();
        await using var connection = await dialect.OpenAsync(CancellationToken.None);

        Assert.NotEmpty(Statements.All);
        foreach (var (name, sql) in Statements.All)
        {
            var plan = await dialect.PlanAsync(connection, sql);
            Assert.False(
                plan.Any(step => step.StartsWith("SCAN", StringComparison.Ordinal) && step != "SCAN CONSTANT ROW"),
                $"{name}: {string.Join(" | ", plan)}"
            );
        }
    }

    [Fact]
    public void Both_databases_have_the_same_tables_columns_and_indexes()
    {
        foreach (
            var script in Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "Ivr.Data", "Migrations", "Sqlite"))
                .Select(Path.GetFileName)
        )
        {
            Assert.Equal(Names("Sqlite", script!), Names("SqlServer", script!));
        }

        static List<string> Names(string dialect, string script) =>
            [
                .. Name()
                    .Matches(Repository.Read($"Ivr.Data/Migrations/{dialect}/{script}").Replace("[rule]", "rule", StringComparison.Ordinal))
                    .Select(match => Regex.Replace(match.Value.Trim(), @"\s+", " ")),
            ];
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing_and_a_changed_script_is_refused()
    {
        await using var hotline = await TestHotline.StartAsync();
        var migrator = hotline.Services.GetRequiredService<Migrator>();

        Assert.Empty(await migrator.MigrateAsync(CancellationToken.None));
        Assert.True(await migrator.IsCurrentAsync(CancellationToken.None));

        await hotline.ExecuteAsync("update schema_versions set sha256 = 'another' where name = '0001_wallet.sql'");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => migrator.MigrateAsync(CancellationToken.None));
        Assert.Contains("0001_wallet.sql was changed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_names_each_statement_that_misses_a_column()
    {
        await using var hotline = await TestHotline.StartAsync();
        var check = hotline.Services.GetRequiredService<DatabaseCheck>();
        Assert.Empty(await check.RunAsync(CancellationToken.None));

        await hotline.ExecuteAsync(
            TestServer.IsChosen
                ? "exec sp_rename 'wallet_locks.release_channel', 'channel', 'COLUMN'"
                : "alter table wallet_locks rename column release_channel to channel"
        );

        var finding = Assert.Single(await check.RunAsync(CancellationToken.None));
        Assert.Contains("SqlLocks.Release", finding, StringComparison.Ordinal);
        Assert.Contains("release_channel", finding, StringComparison.Ordinal);
    }

    /// <summary>Tables, indexes and their columns; the types and the checks may differ.</summary>
    [GeneratedRegex(@"^(create table \w+|create (unique )?index .*|  \w+ )", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}

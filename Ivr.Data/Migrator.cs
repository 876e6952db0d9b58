using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Ivr.Data.Connections;

namespace Ivr.Data;

/// <summary>Brings the schema up to date by numbered scripts, each in a transaction of its own. A script that was applied never changes.</summary>
public sealed class Migrator(Dialect dialect)
{
    private const string CreateHistory = """
        create table schema_versions (name {text} not null primary key, sha256 {text} not null)
        """;

    private const string FindHistory = """
        select name, sha256 as hash
        from schema_versions
        """;

    private const string Record = """
        insert into schema_versions (name, sha256)
        values (@Name, @Hash)
        """;

    private sealed record Script(string Name, string Text)
    {
        public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));
    }

    /// <returns>The names of the scripts that were applied now.</returns>
    /// <exception cref="InvalidOperationException">A script was changed after it had been applied.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dialect.OpenAsync(cancellationToken);
        var applied = new List<string>();
        foreach (var script in Scripts())
        {
            using var leave = await dialect.EnterAsync(cancellationToken);
            await using var step = await dialect.BeginAsync(connection, cancellationToken);
            if (!await IsAppliedAsync(connection, step, script))
            {
                await connection.ExecuteAsync(script.Text, transaction: step);
                await connection.ExecuteAsync(Record, new { script.Name, script.Hash }, step);
                applied.Add(script.Name);
            }

            await dialect.CommitAsync(step);
        }

        return applied;
    }

    /// <summary>Whether every script of this version was applied.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dialect.OpenAsync(cancellationToken);
        if (!await HasHistoryAsync(connection, null))
        {
            return false;
        }

        var names = await connection.QueryAsync<(string Name, string Hash)>(FindHistory);
        return !Scripts().Select(script => script.Name).Except(names.Select(row => row.Name), StringComparer.Ordinal).Any();
    }

    private async Task<bool> IsAppliedAsync(DbConnection connection, DbTransaction transaction, Script script)
    {
        if (!await HasHistoryAsync(connection, transaction))
        {
            var text = dialect.Name == "Sqlite" ? "text" : "nvarchar(64)";
            await connection.ExecuteAsync(CreateHistory.Replace("{text}", text, StringComparison.Ordinal), transaction: transaction);
            return false;
        }

        var before = await connection.QueryAsync<(string Name, string Hash)>(FindHistory, transaction: transaction);
        var same = before.Where(row => row.Name == script.Name).ToList();
        return same switch
        {
            [] => false,
            [var row] when row.Hash == script.Hash => true,
            _ => throw new InvalidOperationException(
                $"The migration {script.Name} was changed after it had been applied: put it back, and add a new one behind it."
            ),
        };
    }

    private async Task<bool> HasHistoryAsync(DbConnection connection, DbTransaction? transaction)
    {
        var catalogue =
            dialect.Name == "Sqlite"
                ? "select count(*) from sqlite_master where name = 'schema_versions'"
                : "select count(*) from information_schema.tables where table_name = 'schema_versions'";
        return await connection.ExecuteScalarAsync<long>(catalogue, transaction: transaction) > 0;
    }

    private IEnumerable<Script> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"Ivr.Data.Migrations.{dialect.Name}.";
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Script(name[folder.Length..], Read(assembly, name)));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

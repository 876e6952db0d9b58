using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Ivr.Data.Connections;

/// <summary>SQLite, as it comes out of the box.</summary>
public sealed partial class SqliteDialect : Dialect
{
    /// <summary>Durable at every commit; a second process waits up to two seconds for its turn.</summary>
    private const string Setup =
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 2000; pragma temp_store = memory;";

    private readonly string connectionString;
    private readonly WriterLane lane = new();

    public SqliteDialect(DatabaseOptions options)
    {
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString) { DefaultTimeout = 2 };
        if (!Path.IsPathRooted(builder.DataSource))
        {
            Directory.CreateDirectory(options.DataDirectory);
            builder.DataSource = Path.GetFullPath(Path.Combine(options.DataDirectory, builder.DataSource));
        }

        connectionString = builder.ToString();
    }

    public override string Name => "Sqlite";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(Setup);
        return connection;
    }

    public override bool IsCrowded => lane.IsCrowded;

    public override async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken) => await lane.EnterAsync(cancellationToken);

    /// <summary>Immediate: a transaction that reads first and writes later could find that another wrote in between.</summary>
    public override Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false));

    public override string Translate(string sql) =>
        Limit()
            .Replace(sql, "limit ${rows}")
            .Replace("{for update}", "", StringComparison.Ordinal)
            .Replace("{claim}", "", StringComparison.Ordinal);

    public override async Task ProveAsync(DbConnection connection, string sql, CancellationToken cancellationToken) =>
        _ = await PlanAsync(connection, sql);

    public override async Task<Dialect> CopyAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("vacuum into @file", new { file }, commandTimeout: 0);
        return new SqliteDialect(new DatabaseOptions { ConnectionString = $"Data Source={Path.GetFullPath(file)};Pooling=false" });
    }

    public override async Task<string?> FindDamageAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var said = await connection.ExecuteScalarAsync<string>("pragma integrity_check");
        return said == "ok" ? null : said;
    }

    /// <summary>A moment as it is stored: text that sorts by time.</summary>
    public static string Store(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The steps of the plan by which SQLite would run a statement.</summary>
    public async Task<IReadOnlyList<string>> PlanAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"explain query plan {Translate(sql)}";
        foreach (var name in ParametersOf(sql))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            command.Parameters.Add(parameter);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    [GeneratedRegex("{limit (?<rows>[0-9]+)}", RegexOptions.NonBacktracking)]
    private static partial Regex Limit();
}

using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Ivr.Data.Connections;

/// <summary>SQL Server 2019 and newer.</summary>
public sealed partial class SqlServerDialect(DatabaseOptions options) : Dialect
{
    public override string Name => "SqlServer";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(options.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>The level is set each time: a pooled connection remembers the last one.</summary>
    public override async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

    public override string Translate(string sql) =>
        Limit()
            .Replace(sql, "offset 0 rows fetch next ${rows} rows only")
            .Replace("{for update}", "with (updlock, rowlock)", StringComparison.Ordinal)
            .Replace("{claim}", "with (updlock, rowlock, readpast)", StringComparison.Ordinal);

    public override Task ProveAsync(DbConnection connection, string sql, CancellationToken cancellationToken) =>
        connection.ExecuteAsync("exec sp_describe_undeclared_parameters @tsql = @Sql", new { Sql = Translate(sql) });

    public override Task<Dialect> CopyAsync(string file, CancellationToken cancellationToken) =>
        throw new NotSupportedException("SQL Server makes its own copies: back up database … to disk = …, and dbcc checkdb.");

    public override async Task<string?> FindDamageAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("dbcc checkdb with no_infomsgs");
        return null;
    }

    public override object Store(DateTimeOffset at) => at.UtcDateTime;

    [GeneratedRegex("{limit (?<rows>[0-9]+)}", RegexOptions.NonBacktracking)]
    private static partial Regex Limit();
}

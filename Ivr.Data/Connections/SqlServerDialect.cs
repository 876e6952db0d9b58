using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Ivr.Data.Connections;

/// <summary>SQL Server 2019 and newer.</summary>
public sealed partial class SqlServerDialect(DatabaseOptions options) : Dialect
{
    private const int Deadlock = 1205;
    private const int SnapshotConflict = 3960;
    private const int LockTimeout = 1222;

    /// <summary>Somebody else inserted the row between the look and the insert: the next look finds it.</summary>
    private const int SameKey = 2627;
    private const int SameIndexedKey = 2601;

    /// <summary>A value is longer than its column.</summary>
    private const int Cut = 2628;
    private const int NotOfType = 245;

    private const int NothingNotTaken = 515;

    /// <summary>From this class on an error ends the connection.</summary>
    private const byte Lost = 20;

    /// <summary>Seconds.</summary>
    private const int LongestConnect = 3;

    private readonly string connectionString = Complete(options.ConnectionString);

    public override string Name => "SqlServer";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(connectionString);
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

    /// <summary>Asks for the shape alone: nothing is run, and what would be is taken back.</summary>
    public override async Task ProveAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        var parameters = string.Concat(ParametersOf(sql).Select(name => $"declare {name} nvarchar(400); "));
        await using var begun = await BeginAsync(connection, cancellationToken);
        try
        {
            await connection.ExecuteAsync($"{parameters}set fmtonly on; {Translate(sql)}", transaction: begun);
        }
        catch (SqlException cause) when (cause.Number == NothingNotTaken)
        {
            // A server that ran it all the same: the columns are there, and will not be left empty.
        }

        await connection.ExecuteAsync("set fmtonly off", transaction: begun);
    }

    public override Task<Dialect> CopyAsync(string file, CancellationToken cancellationToken) =>
        throw new NotSupportedException("SQL Server makes its own copies: back up database … to disk = …, and dbcc checkdb.");

    public override async Task<string?> FindDamageAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("dbcc checkdb with no_infomsgs");
        return null;
    }

    /// <summary>A moment as it is stored: cut to what the columns keep, for rounding would put some behind the clock that wrote them.</summary>
    public static DateTime Store(DateTimeOffset at) => at.UtcDateTime.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    public override int? NumberOfTelltale(DbException cause) =>
        cause is SqlException { Number: SameKey or SameIndexedKey or Cut or NotOfType } telltale ? telltale.Number : null;

    public override string? WorthAnotherTry(Exception cause) =>
        cause switch
        {
            SqlException { Number: Deadlock } => "deadlock",
            SqlException { Number: SnapshotConflict } => "snapshot conflict",
            SqlException { Number: LockTimeout } => "lock timeout",
            RefusedException { Number: SameKey or SameIndexedKey } => "another inserted the row first",
            SqlException { Class: >= Lost } => "connection lost",
            _ => null,
        };

    /// <summary>What the hotline needs of a connection and its own setting does not say.</summary>
    private static string Complete(string connectionString)
    {
        var builder = new SqlConnectionStringBuilder(connectionString);
        if (builder.Authentication.ToString().StartsWith("ActiveDirectory", StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                "ConnectionStrings:Wallet asks for Entra ID, which this version cannot sign in with: use Windows or SQL Server authentication."
            );
        }

        // A caller waits: who finds no server soon will hear so, and the first to find it again is let in at once.
        builder.ConnectTimeout = Math.Min(builder.ConnectTimeout, LongestConnect);
        builder.PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock;
        return builder.ToString();
    }

    [GeneratedRegex("{limit (?<rows>[0-9]+)}", RegexOptions.NonBacktracking)]
    private static partial Regex Limit();
}

using System.Text.RegularExpressions;
using Ivr.Data.Connections;
using Microsoft.Data.Sqlite;

namespace Ivr.Tests.Databases.Tds;

/// <summary>Answers what SQL Server is asked out of a SQLite file: the hotline's statements are the same but for their ends.</summary>
/// <param name="trouble">What goes wrong with a request; null where nothing does.</param>
internal sealed partial class SqliteBehind(string file, Func<TdsRequest, Trouble?> trouble) : ITdsSession
{
    private const int SameKey = 2627;
    private const int Deadlock = 1205;
    private const int AnyOther = 50000;
    private const byte OfTheUser = 16;
    private const int Constraint = 19;
    private const int Busy = 5;

    private readonly SqliteConnection connection = new($"Data Source={file};Pooling=false;Default Timeout=2");
    private SqliteTransaction? transaction;

    public async Task<TdsReply?> AnswerAsync(TdsRequest request)
    {
        var what = trouble(request);
        if (what is Trouble.CutBefore)
        {
            return null;
        }

        if (what is Trouble.Error error)
        {
            await EndAsync();
            return TdsReply.Error(error.Number, OfTheUser, "As the test has it.", endsTransaction: error.Number == Deadlock);
        }

        var reply = await DoAsync(request);
        return what is Trouble.CutBehind ? null : reply;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await connection.DisposeAsync();
    }

    private async Task<TdsReply> DoAsync(TdsRequest request)
    {
        try
        {
            await connection.OpenAsync();
            switch (request)
            {
                case TdsRequest.Begin:
                    transaction = connection.BeginTransaction();
                    return TdsReply.Begun();
                case TdsRequest.Commit:
                    await transaction!.CommitAsync();
                    await EndAsync();
                    return TdsReply.Committed();
                case TdsRequest.Rollback:
                    await EndAsync();
                    return TdsReply.RolledBack();
                default:
                    return await RunAsync((TdsRequest.Run)request);
            }
        }
        catch (SqliteException cause)
        {
            var number = cause.SqliteErrorCode switch
            {
                Constraint => SameKey,
                Busy => Deadlock,
                _ => AnyOther,
            };
            return TdsReply.Error(number, OfTheUser, cause.Message, endsTransaction: false);
        }
    }

    private async Task<TdsReply> RunAsync(TdsRequest.Run run)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = ToSqlite(run.Sql);
        foreach (var (name, value) in run.Parameters)
        {
            command.Parameters.AddWithValue(
                name,
                value is DateTime moment ? SqliteDialect.Store(new DateTimeOffset(moment, TimeSpan.Zero)) : value ?? DBNull.Value
            );
        }

        await using var reader = await command.ExecuteReaderAsync();
        if (reader.FieldCount == 0)
        {
            return TdsReply.Changes(Math.Max(0, reader.RecordsAffected));
        }

        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. names.Select((_, at) => reader.IsDBNull(at) ? null : reader.GetValue(at))]);
        }

        return TdsReply.Rows(names, rows);
    }

    private async Task EndAsync()
    {
        if (transaction is { } open)
        {
            transaction = null;
            await open.DisposeAsync();
        }
    }

    private static string ToSqlite(string sql) =>
        Hint()
            .Replace(Fetch().Replace(sql, match => $"limit {match.Groups["rows"].Value}"), "")
            .Replace(Catalogue, "sqlite_master where name", StringComparison.Ordinal);

    private const string Catalogue = "information_schema.tables where table_name";

    [GeneratedRegex("offset 0 rows fetch next (?<rows>[0-9]+) rows only")]
    private static partial Regex Fetch();

    [GeneratedRegex(@"with \(updlock, rowlock(, readpast)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Hint();
}

/// <summary>What goes wrong with a request.</summary>
internal abstract record Trouble
{
    /// <summary>The connection is lost before anything was done.</summary>
    public sealed record CutBefore : Trouble;

    /// <summary>What was asked for is done, and the connection is lost before anybody hears so.</summary>
    public sealed record CutBehind : Trouble;

    public sealed record Error(int Number) : Trouble;
}

using System.Collections.Concurrent;
using Dapper;
using Ivr.Data.Connections;
using Microsoft.Data.SqlClient;

namespace Ivr.Tests.Databases;

/// <summary>
/// The SQL Server that <c>IVR_TEST_SQLSERVER</c> names, by a connection string with the right to create databases. Each hotline gets one of its
/// own, which hotlines that share a folder share.
/// </summary>
internal static class TestServer
{
    public const string Variable = "IVR_TEST_SQLSERVER";

    private static readonly AsyncLocal<bool> Chosen = new();
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly ConcurrentDictionary<string, bool> Made = new(StringComparer.Ordinal);

    /// <summary>Null where there is none.</summary>
    public static string? ConnectionString { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    /// <summary>Whether the test that runs here runs against it.</summary>
    public static bool IsChosen
    {
        get => Chosen.Value;
        set => Chosen.Value = value;
    }

    /// <summary>The settings of a hotline whose files lie in a folder; its database is there then.</summary>
    public static async Task<IReadOnlyList<string>> PrepareAsync(string folder)
    {
        if (!IsChosen)
        {
            return [];
        }

        var name = Name(folder);
        Made[name] = true;
        await AskServerAsync($"if db_id('{name}') is null create database {name}");
        return ["--Database:Provider=SqlServer", $"--ConnectionStrings:Wallet={To(name)}"];
    }

    /// <summary>Nobody has need of a folder's database any more.</summary>
    public static async Task DropAsync(string folder)
    {
        var name = Name(folder);
        if (!Made.TryRemove(name, out _))
        {
            return;
        }

        await using (var connection = await new SqlServerDialect(new DatabaseOptions { ConnectionString = To(name) }).OpenAsync(default))
        {
            SqlConnection.ClearPool((SqlConnection)connection);
        }

        await AskServerAsync($"drop database if exists {name}");
    }

    /// <summary>One at a time, and again for a while: a database comes and goes only where nobody else is on the way in or out.</summary>
    private static async Task AskServerAsync(string sql)
    {
        await Gate.WaitAsync();
        try
        {
            await using var server = new SqlConnection(ConnectionString);
            await server.OpenAsync();
            for (var left = 300; ; left--)
            {
                try
                {
                    await server.ExecuteAsync(sql, commandTimeout: 60);
                    return;
                }
                catch (SqlException) when (left > 0)
                {
                    await Task.Delay(100);
                }
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    private static string Name(string folder) =>
        "ivr_"
        + string.Concat(Path.GetFileName(folder).Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_'));

    private static string To(string database) => new SqlConnectionStringBuilder(ConnectionString) { InitialCatalog = database }.ToString();
}

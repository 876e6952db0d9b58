using System.Data;
using System.Data.Common;
using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ivr.Data.Connections;

/// <summary>SQLite in memory, which can be put back to what it held before: for who tries many ways from one place. One user at a time.</summary>
/// <param name="sqlite">Says everything else.</param>
public sealed class MemoryDialect(Dialect sqlite) : Dialect, IDisposable
{
    private const string Main = "main";

    /// <summary>Small pages: most tables hold a few rows, and a copy is taken after every step that wrote.</summary>
    private const string Setup = "pragma page_size = 512; pragma foreign_keys = on; pragma temp_store = memory;";

    private readonly KeptConnection kept = Open();

    public override string Name => sqlite.Name;

    /// <summary>Grows with each row that is written.</summary>
    public long Changes => raw.sqlite3_total_changes(kept.Handle);

    public override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<DbConnection>(kept);

    public override Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(kept.BeginTransaction(IsolationLevel.Serializable, deferred: false));

    public override string Translate(string sql) => sqlite.Translate(sql);

    public override Task ProveAsync(DbConnection connection, string sql, CancellationToken cancellationToken) =>
        sqlite.ProveAsync(connection, sql, cancellationToken);

    /// <exception cref="NotSupportedException">What is in memory is saved and restored.</exception>
    public override Task<Dialect> CopyAsync(string file, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <exception cref="NotSupportedException">What is in memory has no pages that could be damaged.</exception>
    public override Task<string?> FindDamageAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>All that it holds.</summary>
    public byte[] Save()
    {
        var image = raw.sqlite3_serialize(kept.Handle, Main, out var size, 0);
        var bytes = new byte[size];
        Marshal.Copy(image, bytes, 0, bytes.Length);
        raw.sqlite3_free(image);
        return bytes;
    }

    /// <summary>Holds from now on what was saved.</summary>
    public void Restore(byte[] saved)
    {
        var image = raw.sqlite3_malloc64(saved.Length);
        Marshal.Copy(saved, 0, image, saved.Length);
        var result = raw.sqlite3_deserialize(
            kept.Handle,
            Main,
            image,
            saved.Length,
            saved.Length,
            raw.SQLITE_DESERIALIZE_FREEONCLOSE | raw.SQLITE_DESERIALIZE_RESIZEABLE
        );
        SqliteException.ThrowExceptionForRC(result, kept.Handle);
    }

    public void Dispose()
    {
        kept.IsKept = false;
        kept.Dispose();
    }

    private static KeptConnection Open()
    {
        var connection = new KeptConnection();
        connection.Open();
        connection.Execute(Setup);
        return connection;
    }

    /// <summary>What is in memory goes with its connection: who is done with it leaves it open.</summary>
    private sealed class KeptConnection() : SqliteConnection("Data Source=:memory:")
    {
        public bool IsKept { get; set; } = true;

        protected override void Dispose(bool disposing)
        {
            if (!IsKept)
            {
                base.Dispose(disposing);
            }
        }
    }
}

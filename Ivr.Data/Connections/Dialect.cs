using System.Data.Common;

namespace Ivr.Data.Connections;

/// <summary>What differs between the databases; everything else is said in SQL that both understand.</summary>
public abstract class Dialect
{
    /// <summary>The folder of its migrations.</summary>
    public abstract string Name { get; }

    /// <summary>Opens a connection, set up as the hotline needs it.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Waits for leave to write; disposing what comes back lets the next one in. Null where the database sees to that itself.</summary>
    /// <exception cref="CrowdedException">It would take too long, or does.</exception>
    public virtual Task<IDisposable?> EnterAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    /// <summary>So many wait to write that whoever has not begun should not begin now.</summary>
    public virtual bool IsCrowded => false;

    /// <summary>Begins a transaction that will write.</summary>
    public abstract Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    public virtual Task CommitAsync(DbTransaction transaction) => transaction.CommitAsync();

    /// <summary>The statement as this database understands it: <c>{limit N}</c> at its end, <c>{for update}</c> behind a table's name, or <c>{claim}</c> to pass by what others hold.</summary>
    public abstract string Translate(string sql);

    /// <summary>The plan or shape of a statement without running it; throws what the database says where it does not fit.</summary>
    public abstract Task ProveAsync(DbConnection connection, string sql, CancellationToken cancellationToken);

    /// <summary>A copy of the whole database as it is at one moment, while others write.</summary>
    /// <exception cref="NotSupportedException">It has better means of its own; the message names them.</exception>
    public abstract Task<Dialect> CopyAsync(string file, CancellationToken cancellationToken);

    /// <summary>What the database itself finds wrong with its pages; null where nothing is.</summary>
    public abstract Task<string?> FindDamageAsync(CancellationToken cancellationToken);

    /// <summary>A moment as the database stores it.</summary>
    public abstract object Store(DateTimeOffset at);
}

using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace Ivr.Data.Connections;

/// <summary>What differs between the databases; everything else is said in SQL that both understand.</summary>
public abstract partial class Dialect
{
    static Dialect()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(typeof(DateTimeOffset), new MomentHandler());
    }

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

    /// <summary>
    /// Whether what broke may go well when the whole transaction is done again: others were in the way, or the connection was lost and with it
    /// the word whether the commit had been heard. Whoever does it again reads first what is there.
    /// </summary>
    /// <returns>What was in the way, without a value of any row; null where another try would break alike.</returns>
    public virtual string? WorthAnotherTry(Exception cause) => null;

    /// <summary>The number of an error that names values of a row in its own words; null where it names none.</summary>
    public virtual int? NumberOfTelltale(DbException cause) => null;

    /// <summary>The names of a statement's parameters, with their sign.</summary>
    protected static IEnumerable<string> ParametersOf(string sql) =>
        Parameter().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("@[A-Za-z][A-Za-z0-9]*", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}

using System.Data.Common;
using System.Diagnostics;
using Dapper;

namespace Ivr.Data.Connections;

/// <summary>
/// The one connection and the one transaction of a webhook, begun by its first statement. All stores of the webhook share it; what was not
/// committed when it is disposed never happened.
/// </summary>
public sealed class TurnScope(Dialect dialect) : IAsyncDisposable
{
    /// <summary>Seconds a statement may take.</summary>
    private const int CommandTimeout = 3;

    private IDisposable? leave;
    private DbConnection? connection;
    private DbTransaction? transaction;
    private Func<CancellationToken, Task>? beforeCommit;
    private Action? afterCommit;

    /// <summary>How many statements were sent: each is a round trip.</summary>
    public int Statements { get; private set; }

    /// <summary>The time that went by in the database so far, waiting to write included.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>The first row, or null.</summary>
    public Task<T?> FindAsync<T>(string sql, object parameters, CancellationToken cancellationToken) =>
        SendAsync(sql, parameters, (open, command) => open.QueryFirstOrDefaultAsync<T>(command), cancellationToken);

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters, CancellationToken cancellationToken) =>
        [.. await SendAsync(sql, parameters, (open, command) => open.QueryAsync<T>(command), cancellationToken)];

    /// <returns>How many rows it changed.</returns>
    public Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        SendAsync(sql, parameters, (open, command) => open.ExecuteAsync(command), cancellationToken);

    /// <exception cref="CommitInDoubtException">It was sent, and may have been done.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (beforeCommit is { } write)
        {
            beforeCommit = null;
            await write(cancellationToken);
        }

        if (transaction is { } last)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TimedAsync(async () =>
            {
                await CommitAsync(last);
                await EndAsync();
                return last;
            });
        }

        afterCommit?.Invoke();
        afterCommit = null;
    }

    /// <summary>Whether something is to be written behind everything else.</summary>
    public bool HasLastWords => beforeCommit is not null;

    /// <summary>Writes something behind everything else, in the same transaction; if it fails nothing is committed. One writer has use for it.</summary>
    public void BeforeCommit(Func<CancellationToken, Task> write) => beforeCommit = write;

    /// <summary>Does something once others can see what was written; never, where it is not committed.</summary>
    public void AfterCommit(Action action) => afterCommit += action;

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private Task<T> SendAsync<T>(
        string sql,
        object parameters,
        Func<DbConnection, CommandDefinition, Task<T>> send,
        CancellationToken cancellationToken
    ) =>
        TimedAsync(async () =>
        {
            var open = await OpenAsync(cancellationToken);
            try
            {
                return await send(open, Command(sql, parameters, cancellationToken));
            }
            catch (DbException cause) when (dialect.NumberOfTelltale(cause) is { } number)
            {
                throw new RefusedException(number);
            }
        });

    private async Task<T> TimedAsync<T>(Func<Task<T>> work)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            return await work();
        }
        finally
        {
            Spent += Stopwatch.GetElapsedTime(began);
        }
    }

    /// <summary>Who waits has no connection yet, or a crowd would open hundreds.</summary>
    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        leave ??= await dialect.EnterAsync(cancellationToken);
        connection ??= await dialect.OpenAsync(cancellationToken);
        transaction ??= await dialect.BeginAsync(connection, cancellationToken);
        return connection;
    }

    private async Task CommitAsync(DbTransaction open)
    {
        try
        {
            await dialect.CommitAsync(open);
        }
        catch (Exception cause)
        {
            throw new CommitInDoubtException(cause);
        }
    }

    /// <summary>What was not committed is undone before the next one is let in.</summary>
    private async Task EndAsync()
    {
        try
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }
        }
        finally
        {
            transaction = null;
            leave?.Dispose();
            leave = null;
        }
    }

    private CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken)
    {
        Statements++;
        return new CommandDefinition(dialect.Translate(sql), parameters, transaction, CommandTimeout, cancellationToken: cancellationToken);
    }
}

using System.Data.Common;
using Ivr.Data.Connections;

namespace Ivr.Tests.Faults;

/// <summary>The hotline's database as it is; those who derive from it do something on the way there.</summary>
internal abstract class OverDialect(Dialect inner) : Dialect
{
    public override string Name => inner.Name;

    public override bool IsCrowded => inner.IsCrowded;

    public override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public override Task<IDisposable?> EnterAsync(CancellationToken cancellationToken) => inner.EnterAsync(cancellationToken);

    public override Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        inner.BeginAsync(connection, cancellationToken);

    public override Task CommitAsync(DbTransaction transaction) => inner.CommitAsync(transaction);

    public override string Translate(string sql) => inner.Translate(sql);

    public override Task ProveAsync(DbConnection connection, string sql, CancellationToken cancellationToken) =>
        inner.ProveAsync(connection, sql, cancellationToken);

    public override Task<Dialect> CopyAsync(string file, CancellationToken cancellationToken) => inner.CopyAsync(file, cancellationToken);

    public override Task<string?> FindDamageAsync(CancellationToken cancellationToken) => inner.FindDamageAsync(cancellationToken);

    public override int? NumberOfTelltale(DbException cause) => inner.NumberOfTelltale(cause);

    public override string? WorthAnotherTry(Exception cause) => inner.WorthAnotherTry(cause);
}

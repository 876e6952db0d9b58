using System.Data.Common;
using Ivr.Data.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Faults;

/// <summary>Burns a fuse before every statement that begins so.</summary>
internal sealed class MortalDialect(Dialect inner, Fuse fuse, string before) : Dialect
{
    public override string Name => inner.Name;

    public static void Add(WebApplicationBuilder builder, Fuse fuse, string before)
    {
        var real = (Dialect)builder.Services.Last(service => service.ServiceType == typeof(Dialect)).ImplementationInstance!;
        builder.Services.AddSingleton<Dialect>(new MortalDialect(real, fuse, before));
    }

    public override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public override Task<WriteTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        inner.BeginAsync(connection, cancellationToken);

    public override string Translate(string sql)
    {
        if (sql.StartsWith(before, StringComparison.Ordinal))
        {
            fuse.Burn();
        }

        return inner.Translate(sql);
    }

    public override Task ProveAsync(DbConnection connection, string sql, CancellationToken cancellationToken) =>
        inner.ProveAsync(connection, sql, cancellationToken);

    public override int? NumberOfTelltale(DbException cause) => inner.NumberOfTelltale(cause);

    public override string? WorthAnotherTry(Exception cause) => inner.WorthAnotherTry(cause);
}

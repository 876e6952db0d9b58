using System.Data.Common;
using Ivr.Data.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Webhooks;

/// <summary>Counts the connections that are opened: no statement is sent without one.</summary>
internal sealed class CountingDialect(Dialect inner) : Dialect
{
    private int opened;

    public int Opened => Volatile.Read(ref opened);

    public override string Name => inner.Name;

    /// <summary>Puts the counter between the hotline and its database.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        var real = (Dialect)builder.Services.Last(service => service.ServiceType == typeof(Dialect)).ImplementationInstance!;
        builder.Services.AddSingleton<Dialect>(new CountingDialect(real));
    }

    public override Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref opened);
        return inner.OpenAsync(cancellationToken);
    }

    public override Task<WriteTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        inner.BeginAsync(connection, cancellationToken);

    public override string Translate(string sql) => inner.Translate(sql);

    public override Task ProveAsync(DbConnection connection, string sql, CancellationToken cancellationToken) =>
        inner.ProveAsync(connection, sql, cancellationToken);

    public override object Store(DateTimeOffset at) => inner.Store(at);
}

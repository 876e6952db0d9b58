using System.Data.Common;
using Ivr.Data.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Webhooks;

/// <summary>
/// Counts the connections that requests open: no statement is sent without one. What works beside the requests opens its own at any time.
/// </summary>
internal sealed class CountingDialect(Dialect inner, HttpContextAccessor requests) : Dialect
{
    private int opened;

    public int Opened => Volatile.Read(ref opened);

    public override string Name => inner.Name;

    /// <summary>Puts the counter between the hotline and its database.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        var real = (Dialect)builder.Services.Last(service => service.ServiceType == typeof(Dialect)).ImplementationInstance!;
        var requests = new HttpContextAccessor();
        builder.Services.AddSingleton<IHttpContextAccessor>(requests);
        builder.Services.AddSingleton<Dialect>(new CountingDialect(real, requests));
    }

    public override Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (requests.HttpContext is not null)
        {
            Interlocked.Increment(ref opened);
        }

        return inner.OpenAsync(cancellationToken);
    }

    public override Task<WriteTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        inner.BeginAsync(connection, cancellationToken);

    public override string Translate(string sql) => inner.Translate(sql);

    public override Task ProveAsync(DbConnection connection, string sql, CancellationToken cancellationToken) =>
        inner.ProveAsync(connection, sql, cancellationToken);

    public override int? NumberOfTelltale(DbException cause) => inner.NumberOfTelltale(cause);

    public override string? WorthAnotherTry(Exception cause) => inner.WorthAnotherTry(cause);
}

using System.Data.Common;
using Ivr.Data.Connections;
using Ivr.Tests.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Webhooks;

/// <summary>
/// Counts the connections that requests open: no statement is sent without one. What works beside the requests opens its own at any time.
/// </summary>
internal sealed class CountingDialect(Dialect inner, HttpContextAccessor requests) : OverDialect(inner)
{
    private int opened;

    public int Opened => Volatile.Read(ref opened);

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

        return base.OpenAsync(cancellationToken);
    }
}

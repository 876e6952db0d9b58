using Ivr.Data.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Faults;

/// <summary>Burns a fuse before every statement that begins so.</summary>
internal sealed class MortalDialect(Dialect inner, Fuse fuse, string before) : OverDialect(inner)
{
    public static void Add(WebApplicationBuilder builder, Fuse fuse, string before)
    {
        var real = (Dialect)builder.Services.Last(service => service.ServiceType == typeof(Dialect)).ImplementationInstance!;
        builder.Services.AddSingleton<Dialect>(new MortalDialect(real, fuse, before));
    }

    public override string Translate(string sql)
    {
        if (sql.StartsWith(before, StringComparison.Ordinal))
        {
            fuse.Burn();
        }

        return base.Translate(sql);
    }
}

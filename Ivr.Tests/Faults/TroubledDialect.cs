using System.Data.Common;
using Ivr.Data.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Faults;

/// <summary>What a test lets happen between webhooks and their database. What works beside the webhooks is left alone.</summary>
internal sealed class Trouble
{
    /// <summary>Before a statement.</summary>
    public Action? AtStatement { get; set; }

    /// <summary>In place of a commit, which is what it is given.</summary>
    public Func<Func<Task>, Task>? AtCommit { get; set; }
}

/// <summary>The hotline's database with a trouble in front of it.</summary>
internal sealed class TroubledDialect(Dialect inner, Trouble trouble, IHttpContextAccessor requests) : OverDialect(inner)
{
    public static Action<WebApplicationBuilder> With(Trouble trouble) =>
        builder =>
        {
            var real = (Dialect)builder.Services.Last(service => service.ServiceType == typeof(Dialect)).ImplementationInstance!;
            var requests = new HttpContextAccessor();
            builder.Services.AddSingleton<IHttpContextAccessor>(requests);
            builder.Services.AddSingleton<Dialect>(new TroubledDialect(real, trouble, requests));
        };

    private bool IsWebhook => requests.HttpContext?.Request.Path.StartsWithSegments("/voice", StringComparison.Ordinal) == true;

    public override string Translate(string sql)
    {
        if (IsWebhook)
        {
            trouble.AtStatement?.Invoke();
        }

        return base.Translate(sql);
    }

    public override Task CommitAsync(DbTransaction transaction) =>
        IsWebhook && trouble.AtCommit is { } instead ? instead(() => base.CommitAsync(transaction)) : base.CommitAsync(transaction);
}

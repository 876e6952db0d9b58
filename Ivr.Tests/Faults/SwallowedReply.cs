using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Ivr.Tests.Faults;

/// <summary>Keeps replies back and burns a fuse before they leave.</summary>
internal sealed class SwallowedReply(Fuse fuse) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (context, following) =>
                {
                    var line = context.Response.Body;
                    using var kept = new MemoryStream();
                    context.Response.Body = kept;
                    await following(context);
                    context.Response.Body = line;
                    fuse.Burn();
                    await line.WriteAsync(kept.ToArray());
                }
            );
            next(app);
        };
}

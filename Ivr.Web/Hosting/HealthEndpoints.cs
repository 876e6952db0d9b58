using Ivr.Data;

namespace Ivr.Web.Hosting;

/// <summary>What a load balancer and a monitor ask.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
        app.MapGet("/metrics", (PrometheusText metrics) => Results.Text(metrics.Write(), "text/plain; version=0.0.4"));
    }

    /// <summary>Ready to take calls: the words are read, and the database answers with the schema this version knows.</summary>
    private static async Task<IResult> ReadyAsync(
        WarmUp warmUp,
        Migrator migrator,
        Drain drain,
        ILogger<Migrator> log,
        CancellationToken cancellationToken
    )
    {
        if (drain.HasBegun)
        {
            return Results.Text("the hotline is being stopped", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            await warmUp.Done.WaitAsync(cancellationToken);
            return await migrator.IsCurrentAsync(cancellationToken)
                ? Results.Text("ready")
                : Results.Text("the database lacks a migration: run db migrate", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception cause) when (cause is System.Data.Common.DbException or IOException)
        {
            log.DatabaseAway(cause);
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

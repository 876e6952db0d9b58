using Ivr.Web.Voice;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ivr.Web.Hosting;

/// <summary>
/// Sends the spans of turns, and what is counted, to the collector at <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; nothing where none is set. A collector that is
/// away costs what was not sent, and no call waits for it.
/// </summary>
public sealed class Telemetry(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolKey = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string NameKey = "OTEL_SERVICE_NAME";

    /// <summary>The runtime's own: memory, collections, the thread pool.</summary>
    private const string Runtime = "System.Runtime";

    /// <summary>What is not sent when the host stops is lost: the host does not wait long.</summary>
    private const int LastMilliseconds = 2000;

    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[EndpointKey] is { Length: > 0 } endpoint)
        {
            var from = ResourceBuilder.CreateDefault().AddService(configuration[NameKey] is { Length: > 0 } name ? name : "hotline");
            traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(from)
                .SetSampler(new AlwaysOnSampler())
                .AddSource(TurnSpan.SourceName)
                .AddOtlpExporter(exporter => Send(exporter, endpoint, "v1/traces"))
                .Build();
            metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(from)
                .AddMeter(Metrics.MeterName, Runtime)
                .AddOtlpExporter(exporter => Send(exporter, endpoint, "v1/metrics"))
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces?.Shutdown(LastMilliseconds);
        metrics?.Shutdown(LastMilliseconds);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    /// <param name="path">Where a collector takes this signal over HTTP; gRPC needs none.</param>
    private void Send(OtlpExporterOptions exporter, string endpoint, string path)
    {
        var isGrpc = configuration[ProtocolKey] == "grpc";
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = isGrpc ? new Uri(endpoint) : new Uri($"{endpoint.TrimEnd('/')}/{path}");
    }
}

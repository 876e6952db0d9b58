using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Ivr.Web.Voice;

namespace Ivr.Web.Hosting;

/// <summary>Keeps what the meters report and writes it as Prometheus reads it.</summary>
public sealed class PrometheusText : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, double> samples = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> kinds = new(StringComparer.Ordinal);

    public PrometheusText()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == Metrics.MeterName)
            {
                kinds[Total(instrument)] = instrument switch
                {
                    Histogram<double> => "histogram",
                    ObservableGauge<double> => "gauge",
                    _ => "counter",
                };
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add($"{Total(instrument)}{Labels(tags)}", value));
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) =>
            {
                if (instrument is ObservableGauge<double>)
                {
                    samples[$"{instrument.Name}{Labels(tags)}"] = value;
                }
                else
                {
                    Observe(instrument.Name, value, tags);
                }
            }
        );
        listener.Start();
    }

    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (name, kind) in kinds.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
            foreach (
                var (sample, value) in samples.Where(pair => Belongs(pair.Key, name)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            )
            {
                text.Append(sample).Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
            }
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private static string Total(Instrument instrument) =>
        instrument is Histogram<double> or ObservableGauge<double> ? instrument.Name : $"{instrument.Name}_total";

    private static bool Belongs(string sample, string name) =>
        sample.StartsWith(name, StringComparison.Ordinal) && (sample.Length == name.Length || sample[name.Length] is '{' or '_');

    private void Observe(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var bound in Metrics.Bounds.Where(bound => value <= bound))
        {
            Add($"{name}_bucket{Labels(tags, bound.ToString(CultureInfo.InvariantCulture))}", 1);
        }

        Add($"{name}_bucket{Labels(tags, "+Inf")}", 1);
        Add($"{name}_sum{Labels(tags)}", value);
        Add($"{name}_count{Labels(tags)}", 1);
    }

    private void Add(string sample, double value) => samples.AddOrUpdate(sample, value, (_, sum) => sum + value);

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags, string? bound = null)
    {
        var labels = new List<string>();
        foreach (var (name, value) in tags)
        {
            labels.Add($"{name}=\"{value}\"");
        }

        if (bound is not null)
        {
            labels.Add($"le=\"{bound}\"");
        }

        return labels.Count == 0 ? "" : $"{{{string.Join(',', labels)}}}";
    }
}

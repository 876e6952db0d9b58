using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>A caller's stay in a queue, and the document that goes on when they leave it.</summary>
public sealed class QueueStay(XElement enqueue, TwimlDocument from)
{
    private static readonly string Sid = $"QU{new string('0', 32)}";
    private double seconds;

    public TwimlDocument From => from;

    public string Name => (string?)enqueue.Attribute("workflowSid") ?? enqueue.Value;

    /// <summary>What is played to who waits, again and again; null where that is Twilio's own music.</summary>
    public Uri? Music => (string?)enqueue.Attribute("waitUrl") is { Length: > 0 } url ? from.Follow(url) : null;

    /// <summary>What is asked when the stay ends; null where the document just goes on.</summary>
    public Uri? Action => (string?)enqueue.Attribute("action") is { } url ? from.Follow(url) : null;

    public void Pass(double more) => seconds += more;

    public IEnumerable<(string Name, string Value)> WaitForm(int position) =>
        [
            ("QueueSid", Sid),
            ("QueuePosition", Line.Number(position)),
            ("QueueTime", Seconds),
            ("AvgQueueTime", Seconds),
            ("CurrentQueueSize", Line.Number(position)),
            ("MaxQueueSize", "1000"),
        ];

    /// <summary>Who found the queue full was never in it.</summary>
    public IEnumerable<(string Name, string Value)> EndForm(string result) =>
        result == TransferEnd.QueueFull ? [("QueueResult", result)] : [("QueueResult", result), ("QueueSid", Sid), ("QueueTime", Seconds)];

    private string Seconds => Line.Number((int)seconds);
}

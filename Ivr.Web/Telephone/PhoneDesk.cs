using System.Collections.Concurrent;

namespace Ivr.Web.Telephone;

/// <summary>The browser telephones in use. This is Twilio's memory, not the hotline's, and only the demo has it.</summary>
public sealed class PhoneDesk(TelephoneExchange exchange)
{
    private const int Most = 200;

    private readonly ConcurrentDictionary<string, PhoneCall> calls = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    public PhoneCall Pick(string from)
    {
        var call = exchange.Pick(from);
        calls[call.CallSid] = call;
        order.Enqueue(call.CallSid);
        while (order.Count > Most && order.TryDequeue(out var oldest))
        {
            calls.TryRemove(oldest, out _);
        }

        return call;
    }

    public PhoneCall? Find(string callSid) => calls.GetValueOrDefault(callSid);
}

using System.Collections.Concurrent;

namespace Ivr.Web.Telephone;

/// <summary>The browser telephones in use. This is Twilio's memory, not the hotline's, and only the demo has it.</summary>
public sealed class PhoneDesk(TelephoneExchange exchange)
{
    private const int Most = 200;

    private readonly ConcurrentDictionary<string, DeskPhone> phones = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    public DeskPhone Pick(string from)
    {
        var phone = new DeskPhone(exchange.Pick(from));
        phones[phone.CallSid] = phone;
        order.Enqueue(phone.CallSid);
        while (order.Count > Most && order.TryDequeue(out var oldest))
        {
            phones.TryRemove(oldest, out _);
        }

        return phone;
    }

    public DeskPhone? Find(string callSid) => phones.GetValueOrDefault(callSid);
}

/// <summary>A telephone that does one thing at a time, and what happened on it since it was last looked at.</summary>
public sealed class DeskPhone(PhoneCall call)
{
    private readonly SemaphoreSlim one = new(1);
    private int shown;

    public string CallSid => call.CallSid;

    /// <param name="show">Makes what the browser gets, of the call and of what happened in it since the last time.</param>
    public async Task<T> DoAsync<T>(Func<PhoneCall, Task> something, Func<PhoneCall, IReadOnlyList<PhoneEvent>, Task<T>> show)
    {
        await one.WaitAsync();
        try
        {
            await something(call);
            var since = call.Events.Skip(shown).ToList();
            shown = call.Events.Count;
            return await show(call, since);
        }
        finally
        {
            one.Release();
        }
    }
}

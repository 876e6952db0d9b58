using System.ComponentModel.DataAnnotations;
using Ivr.Flows;
using Ivr.Flows.Calendars;
using Ivr.Flows.Calls;

namespace Ivr.Web.Hosting;

/// <summary>
/// How a person is reached: the <c>Hotline:Agents</c> section. Exactly one of the five ways is used, the first that is set in this order:
/// Workflow, Queue, Number, Sip, Client.
/// </summary>
public sealed class AgentOptions
{
    /// <summary>A TaskRouter workflow, <c>WW</c> and 32 hexadecimal digits.</summary>
    [RegularExpression("^WW[0-9a-f]{32}$", ErrorMessage = "Hotline:Agents:Workflow must look like WW0123456789abcdef0123456789abcdef.")]
    public string? Workflow
    {
        get;
        init => field = OrNull(value);
    }

    /// <summary>A queue of Twilio's, up to 64 characters; made on demand. Agents dial into it.</summary>
    [StringLength(64, ErrorMessage = "Hotline:Agents:Queue is at most 64 characters, for example hotline.")]
    public string? Queue
    {
        get;
        init => field = OrNull(value);
    }

    /// <summary>A telephone number.</summary>
    [RegularExpression(@"^\+[1-9]\d{6,14}$", ErrorMessage = "Hotline:Agents:Number must look like +15550100.")]
    public string? Number
    {
        get;
        init => field = OrNull(value);
    }

    /// <summary>A SIP address of fewer than 255 characters.</summary>
    [StringLength(254, ErrorMessage = "Hotline:Agents:Sip is at most 254 characters, for example sip:desk@pbx.example.com.")]
    [RegularExpression("^sips?:[^?]+$", ErrorMessage = "Hotline:Agents:Sip must look like sip:desk@pbx.example.com.")]
    public string? Sip
    {
        get;
        init => field = OrNull(value);
    }

    /// <summary>The identity of a browser telephone.</summary>
    [RegularExpression("^[A-Za-z0-9_]{1,121}$", ErrorMessage = "Hotline:Agents:Client must look like desk_1.")]
    public string? Client
    {
        get;
        init => field = OrNull(value);
    }

    public bool NamesSomebody => new[] { Workflow, Queue, Number, Sip, Client }.Any(place => !string.IsNullOrEmpty(place));

    /// <summary>The queue of urgent callers and of those who were called back; agents take it first. Default the same queue.</summary>
    [StringLength(64, ErrorMessage = "Hotline:Agents:UrgentQueue is at most 64 characters, for example hotline_urgent.")]
    public string? UrgentQueue
    {
        get;
        init => field = OrNull(value);
    }

    /// <summary>
    /// When people are there: <c>Mon-Fri 09:00-18:00; Sat 10:00-16:00</c>, <c>Workdays 09:00-21:00</c> by the market's calendar, <c>Daily
    /// 08:00-24:00</c> or <c>Always</c>, the default.
    /// </summary>
    public string Hours { get; init; } = "Always";

    /// <summary>Days closed besides, as <c>2026-12-31, 2027-01-04</c>. Default none.</summary>
    public string ClosedDays { get; init; } = "";

    /// <summary>Whether the market's public holidays are closed where hours are set. Default true.</summary>
    public bool ClosedOnHolidays { get; init; } = true;

    /// <summary>
    /// Country codes that may be called back, with a minus before those that may not; the longest that fits decides. Default none, and no call
    /// is promised or placed: each costs money, and whoever forges a calling number chooses where it goes. <see cref="CallbackPolicy.Usual"/> is a good value.
    /// </summary>
    public string CallbackCountries { get; init; } = "";

    /// <summary>The language of the people, as <c>en-US</c>: what is whispered to them. Default the first of <c>Hotline:Languages</c>.</summary>
    public string? Language
    {
        get;
        init => field = OrNull(value);
    }

    /// <summary>Seconds it rings at a number, an address or a client. Default 20.</summary>
    [Range(5, 600, ErrorMessage = "Hotline:Agents:RingSeconds is from 5 to 600, for example 20.")]
    public int RingSeconds { get; init; } = 20;

    /// <summary>Seconds a talk with a person lasts at most. Default one hour.</summary>
    [Range(60, 14400, ErrorMessage = "Hotline:Agents:TimeLimitSeconds is from 60 to 14400, for example 3600.")]
    public int TimeLimitSeconds { get; init; } = 3600;

    /// <summary>Seconds a caller waits in the queue before being asked what to do. Default five minutes.</summary>
    [Range(30, 3600, ErrorMessage = "Hotline:Agents:MaxWaitSeconds is from 30 to 3600, for example 300.")]
    public int MaxWaitSeconds { get; init; } = 300;

    /// <summary>Whether a caller has waited in the queue for as long as anybody should.</summary>
    /// <param name="seconds">As Twilio counts them: nothing else is needed to tell.</param>
    public bool IsWaitedOut(int seconds) => seconds >= MaxWaitSeconds;

    /// <summary>The one that is used: its kind, and what is dialled.</summary>
    public AgentWay? Way =>
        this switch
        {
            { Workflow: { } workflow } => new AgentWay(AgentWayKind.Workflow, workflow),
            { Queue: { } queue } => new AgentWay(AgentWayKind.Queue, queue),
            { Number: { } number } => new AgentWay(AgentWayKind.Number, number),
            { Sip: { } sip } => new AgentWay(AgentWayKind.Sip, sip),
            { Client: { } client } => new AgentWay(AgentWayKind.Client, client),
            _ => null,
        };

    /// <summary>The queue a caller waits in.</summary>
    public string QueueOf(bool comesFirst) => Workflow ?? (comesFirst ? UrgentQueue : null) ?? Queue ?? "";

    /// <summary>A sentence for each setting that cannot be read.</summary>
    public IReadOnlyList<string> Complaints() =>
        [
            .. Forms(),
            .. Complaint(nameof(Hours), () => HoursText.Read(Hours)),
            .. Complaint(nameof(ClosedDays), () => HoursText.ReadDays(ClosedDays)),
            .. Complaint(nameof(CallbackCountries), () => new CallbackPolicy(CallbackCountries)),
            .. Language is null || Languages.TryParse(Language, out _)
                ? Array.Empty<string>()
                : [$"Hotline:Agents:Language: '{Language}' is not spoken here: write it as zh-CN or en-US."],
        ];

    private IEnumerable<string> Forms()
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        return results.Select(result => result.ErrorMessage!);
    }

    private static IEnumerable<string> Complaint(string key, Func<object> read)
    {
        try
        {
            _ = read();
            return [];
        }
        catch (FormatException cause)
        {
            return [$"Hotline:Agents:{key}: {cause.Message}."];
        }
    }

    /// <summary>A setting that is there but empty takes back one from another source.</summary>
    private static string? OrNull(string? setting) => string.IsNullOrEmpty(setting) ? null : setting;
}

/// <summary>How a person is reached.</summary>
public enum AgentWayKind
{
    Workflow,
    Queue,
    Number,
    Sip,
    Client,
}

/// <summary>The way to a person that is used, and its address.</summary>
public sealed record AgentWay(AgentWayKind Kind, string Address)
{
    /// <summary>Callers wait in a queue, rather than hear it ring.</summary>
    public bool HasQueue => Kind is AgentWayKind.Workflow or AgentWayKind.Queue;
}

using System.ComponentModel.DataAnnotations;

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

    /// <summary>Seconds it rings at a number, an address or a client. Default 20.</summary>
    [Range(5, 600, ErrorMessage = "Hotline:Agents:RingSeconds is from 5 to 600, for example 20.")]
    public int RingSeconds { get; init; } = 20;

    /// <summary>Seconds a talk with a person lasts at most. Default one hour.</summary>
    [Range(60, 14400, ErrorMessage = "Hotline:Agents:TimeLimitSeconds is from 60 to 14400, for example 3600.")]
    public int TimeLimitSeconds { get; init; } = 3600;

    /// <summary>Seconds a caller waits in the queue before being asked what to do. Default five minutes.</summary>
    [Range(30, 3600, ErrorMessage = "Hotline:Agents:MaxWaitSeconds is from 30 to 3600, for example 300.")]
    public int MaxWaitSeconds { get; init; } = 300;

    /// <summary>A setting that is there but empty takes back one from another source.</summary>
    private static string? OrNull(string? setting) => string.IsNullOrEmpty(setting) ? null : setting;
}

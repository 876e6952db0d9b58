using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>Who calls whom.</summary>
/// <param name="From">The caller, whichever side that is.</param>
/// <param name="AuthToken">Webhooks are signed with it.</param>
/// <param name="SignedBase">The address that the hotline believes to be called by, where it is another than the one it is reached at.</param>
public sealed record Parties(string From, string To, string AccountSid, string AuthToken, Uri? SignedBase = null)
{
    /// <summary>Null where the call comes in.</summary>
    public PlacedCall? Placed { get; init; }
}

/// <summary>A call that the hotline asked for.</summary>
/// <param name="Reference">The name by which it asked.</param>
/// <param name="AnsweredBy">What Twilio takes the one who answers for: <c>human</c>, <c>machine_start</c>; null where it does not listen.</param>
public sealed record PlacedCall(string CallSid, string Reference, string? AnsweredBy);

/// <summary>What came back for a webhook.</summary>
/// <param name="Response">Null where Twilio could not use the answer.</param>
/// <param name="Text">The document, or what came in its place.</param>
/// <param name="ErrorCode">Twilio's; empty where there is a response.</param>
public sealed record LineAnswer(XElement? Response, string Text, string ErrorCode)
{
    /// <summary>The status of HTTP; 0 where nothing came.</summary>
    public int Status { get; init; }
}

/// <summary>Sends the webhooks of one call as Twilio sends them: a signed form, never following a redirect.</summary>
/// <param name="http">Its base address is where the hotline is reached.</param>
public sealed class Line(HttpClient http, Parties parties)
{
    private const string CannotFetch = "11200";
    private const string TooLarge = "11750";
    private const string NoXml = "12100";
    private const string NoResponse = "12102";
    private const string WrongType = "12300";
    private const int LargestDocument = 64 * 1024;

    private static readonly string[] Empty =
    [
        "CalledCity",
        "CalledState",
        "CalledZip",
        "CallerCity",
        "CallerState",
        "CallerZip",
        "FromCity",
        "FromState",
        "FromZip",
        "ToCity",
        "ToState",
        "ToZip",
    ];

    public Parties Parties => parties;

    /// <summary>A number as a field of a webhook has it.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public string CallSid { get; } = parties.Placed?.CallSid ?? $"CA{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    public Uri Incoming { get; } = Place(http, parties, "/voice/incoming");

    public Uri Fallback { get; } = Place(http, parties, "/voice/fallback");

    public Uri Status { get; } = Place(http, parties, "/voice/status");

    public async Task<LineAnswer> SendAsync(
        Uri url,
        string callStatus,
        IEnumerable<(string Name, string Value)> more,
        CancellationToken cancellationToken
    )
    {
        var form = Form(callStatus, more);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", Sign(url, form));
        request.Headers.Add("I-Twilio-Idempotency-Token", Guid.NewGuid().ToString());
        request.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = Read(response, await response.Content.ReadAsStringAsync(cancellationToken));
            return answer with { Status = (int)response.StatusCode };
        }
        catch (HttpRequestException cause)
        {
            return new LineAnswer(null, cause.Message, CannotFetch);
        }
        catch (TaskCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            return new LineAnswer(null, cause.Message, CannotFetch);
        }
    }

    private static LineAnswer Read(HttpResponseMessage response, string text)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        var error =
            response.StatusCode != HttpStatusCode.OK ? CannotFetch
            : type is not ("text/xml" or "application/xml" or "text/html") ? WrongType
            : Encoding.UTF8.GetByteCount(text) > LargestDocument ? TooLarge
            : null;
        if (error is not null)
        {
            return new LineAnswer(null, $"{(int)response.StatusCode} {type}", error);
        }

        try
        {
            var root = XDocument.Parse(text).Root!;
            return root.Name.LocalName == "Response" ? new LineAnswer(root, text, "") : new LineAnswer(null, text, NoResponse);
        }
        catch (XmlException)
        {
            return new LineAnswer(null, text, NoXml);
        }
    }

    private static Uri Place(HttpClient http, Parties parties, string path) =>
        new(http.BaseAddress!, parties.Placed is { } placed ? $"{path}?ref={placed.Reference}" : path);

    private Dictionary<string, string> Form(string callStatus, IEnumerable<(string Name, string Value)> more)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = parties.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["CallSid"] = CallSid,
            ["CallStatus"] = callStatus,
            ["Called"] = parties.To,
            ["CalledCountry"] = "US",
            ["Caller"] = parties.From,
            ["CallerCountry"] = "CN",
            ["Direction"] = parties.Placed is null ? "inbound" : "outbound-api",
            ["From"] = parties.From,
            ["FromCountry"] = "CN",
            ["To"] = parties.To,
            ["ToCountry"] = "US",
        };
        foreach (var name in Empty)
        {
            form[name] = "";
        }

        if (parties.Placed?.AnsweredBy is { } answeredBy)
        {
            form["AnsweredBy"] = answeredBy;
        }

        foreach (var (name, value) in more)
        {
            form[name] = value;
        }

        return form;
    }

    private string Sign(Uri url, Dictionary<string, string> form)
    {
        var signed = new StringBuilder(SignedUrl(url));
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            signed.Append(name).Append(value);
        }

#pragma warning disable CA5350 // Twilio signs with SHA-1.
        return Convert.ToBase64String(
            HMACSHA1.HashData(Encoding.UTF8.GetBytes(parties.AuthToken), Encoding.UTF8.GetBytes(signed.ToString()))
        );
#pragma warning restore CA5350
    }

    private string SignedUrl(Uri url) =>
        parties.SignedBase is { } signed ? $"{signed.AbsoluteUri.TrimEnd('/')}{url.PathAndQuery}" : url.AbsoluteUri;
}

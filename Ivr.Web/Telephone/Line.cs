using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>Who calls whom.</summary>
/// <param name="AuthToken">Webhooks are signed with it.</param>
public sealed record Parties(string From, string To, string AccountSid, string AuthToken);

/// <summary>Sends the webhooks of one call as Twilio sends them: a signed form, never following a redirect.</summary>
/// <param name="http">Its base address is what the hotline is called by.</param>
public sealed class Line(HttpClient http, Parties parties)
{
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

    public string CallSid { get; } = $"CA{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    /// <summary>A document, or null where the answer is one that Twilio cannot use.</summary>
    public async Task<(XElement? Document, string Text)> SendAsync(
        Uri path,
        string callStatus,
        IEnumerable<(string Name, string Value)> more,
        CancellationToken cancellationToken
    )
    {
        var form = Form(callStatus, more);
        var url = new Uri(http.BaseAddress!, path);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", Sign(url, form));
        request.Headers.Add("I-Twilio-Idempotency-Token", Guid.NewGuid().ToString());
        request.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var usable =
            response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType is "text/xml" or "application/xml";
        return (usable ? Parse(text) : null, usable ? text : $"{(int)response.StatusCode} {response.Content.Headers.ContentType}");
    }

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
            ["Direction"] = "inbound",
            ["From"] = parties.From,
            ["FromCountry"] = "CN",
            ["To"] = parties.To,
            ["ToCountry"] = "US",
        };
        foreach (var name in Empty)
        {
            form[name] = "";
        }

        foreach (var (name, value) in more)
        {
            form[name] = value;
        }

        return form;
    }

    private string Sign(Uri url, Dictionary<string, string> form)
    {
        var signed = new StringBuilder(url.AbsoluteUri);
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

    private static XElement? Parse(string text)
    {
        try
        {
            return XDocument.Parse(text).Root is { Name.LocalName: "Response" } root ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

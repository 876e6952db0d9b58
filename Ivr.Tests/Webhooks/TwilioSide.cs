using System.Net;
using System.Security.Cryptography;
using System.Text;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Webhooks;

/// <summary>Twilio's side of one call, field by field: signs as its documents say, and sends what a test wants it to.</summary>
internal sealed class TwilioSide(Uri hotline) : IDisposable
{
    public const string TestToken = "demo-token-for-the-telephone-on-this-machine";
    public const string Account = "AC0123456789abcdef0123456789abcdef";

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = hotline,
        Timeout = TimeSpan.FromSeconds(30),
    };

    public TwilioSide(TestHotline hotline)
        : this(hotline.Address) { }

    public string Token { get; init; } = TestToken;

    /// <summary>What Twilio calls the hotline by, where that is not where it listens.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>What every webhook of the call brings; a null is left out.</summary>
    public Dictionary<string, string?> Always { get; } =
        new(StringComparer.Ordinal)
        {
            ["AccountSid"] = Account,
            ["ApiVersion"] = "2010-04-01",
            ["CallSid"] = NewSid(),
            ["CallStatus"] = "in-progress",
            ["Direction"] = "inbound",
            ["From"] = "+8613800000001",
            ["FromCity"] = "",
            ["To"] = "+15550100",
        };

    public string CallSid
    {
        get => Always["CallSid"]!;
        init => Always["CallSid"] = value;
    }

    public static string NewSid() => $"CA{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    public Task<WebhookAnswer> DialAsync() => SendAsync("/voice/incoming", ("CallStatus", "ringing"));

    public Task<WebhookAnswer> PressAsync(int turn, string keys) => SendAsync($"/voice/turns/{turn}", ("Digits", keys));

    /// <summary>A signed form; the fields given replace those of every webhook.</summary>
    public Task<WebhookAnswer> SendAsync(string path, params (string Name, string? Value)[] fields) => SendAsync(path, null, fields);

    /// <param name="bend">Changes the request after it was signed.</param>
    public Task<WebhookAnswer> SendAsync(string path, Action<HttpRequestMessage>? bend, params (string Name, string? Value)[] fields)
    {
        var form = Form(fields);
        var request = Post(path, Encode(form), Sign(path, form));
        bend?.Invoke(request);
        return SendAsync(request);
    }

    public async Task<WebhookAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await http.SendAsync(request);
            return new WebhookAnswer(
                response.StatusCode,
                response.Content.Headers.ContentType?.ToString() ?? "",
                await response.Content.ReadAsStringAsync()
            );
        }
    }

    /// <param name="signature">None where null.</param>
    public static HttpRequestMessage Post(string path, string body, string? signature, string type = "application/x-www-form-urlencoded")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        }

        return request;
    }

    public List<(string Name, string Value)> Form(params (string Name, string? Value)[] fields)
    {
        var form = new Dictionary<string, string?>(Always, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return [.. form.Where(field => field.Value is not null).Select(field => (field.Key, field.Value!))];
    }

    public static string Encode(IEnumerable<(string Name, string Value)> form) =>
        string.Join('&', form.Select(field => $"{WebUtility.UrlEncode(field.Name)}={WebUtility.UrlEncode(field.Value)}"));

    public string Sign(string path, IEnumerable<(string Name, string Value)> form) =>
        Sign(Token, $"{PublicUrl ?? http.BaseAddress!.GetLeftPart(UriPartial.Authority)}{path}", form);

    public static string Sign(string token, string url, IEnumerable<(string Name, string Value)> form)
    {
        var signed =
            url + string.Concat(form.OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => field.Name + field.Value));
#pragma warning disable CA5350 // Twilio signs with SHA-1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350
    }

    public void Dispose() => http.Dispose();
}

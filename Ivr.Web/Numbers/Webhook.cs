using System.Collections.Immutable;
using Ivr.Web.Voice;
using Twilio.Rest.Api.V2010.Account;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Web.Numbers;

/// <summary>One of the addresses of a number that Twilio calls.</summary>
/// <param name="Name">What it is called here and in Twilio's console: voice, fallback, status.</param>
/// <param name="Url">With its fragment, which <see cref="Uri"/> does not compare; empty where none is set.</param>
public sealed record Webhook(string Name, string Url, string Method)
{
    /// <summary>
    /// How Twilio connects, in the part of an address that is never sent. Our side answers within 6 seconds, and the same webhook again gets the
    /// same answer, so one more attempt after a lost connection, a lost answer or a broken proxy is safe. All ends within Twilio's 15 seconds.
    /// </summary>
    private static readonly ImmutableArray<(string Key, string Value)> Overrides =
    [
        ("ct", "2000"),
        ("rt", "6500"),
        ("rc", "1"),
        ("rp", "ct,rt,5xx"),
    ];

    /// <summary>The three addresses of a hotline.</summary>
    /// <param name="edge">Where Twilio's requests leave from, such as singapore; null for Twilio's own choice.</param>
    public static IReadOnlyList<Webhook> Of(Uri hotline, string? edge) =>
        [
            new("voice", At(hotline, Address.Incoming, edge), HttpMethod.Post.ToString()),
            new("fallback", At(hotline, Address.Fallback, edge), HttpMethod.Post.ToString()),
            new("status", At(hotline, Address.Status, edge), HttpMethod.Post.ToString()),
        ];

    public static IReadOnlyList<Webhook> Of(IncomingPhoneNumberResource number) =>
        [
            new("voice", $"{number.VoiceUrl?.OriginalString}", $"{number.VoiceMethod}"),
            new("fallback", $"{number.VoiceFallbackUrl?.OriginalString}", $"{number.VoiceFallbackMethod}"),
            new("status", $"{number.StatusCallback?.OriginalString}", $"{number.StatusCallbackMethod}"),
        ];

    /// <summary>Whether it is called as it should be. From where Twilio's requests leave is the operator's to choose.</summary>
    public bool IsAs(Webhook wanted) => WithoutEdge() == wanted.WithoutEdge();

    /// <summary>As it may be shown: what an address has in its query, or before its host, may be a secret.</summary>
    public override string ToString()
    {
        if (Url.Length == 0)
        {
            return "none";
        }

        var shown = Uri.TryCreate(Url, UriKind.Absolute, out var url)
            ? $"{url.Scheme}://{(url.UserInfo.Length > 0 ? "***@" : "")}{url.Authority}{url.AbsolutePath}{(url.Query.Length > 0 ? "?***" : "")}{url.Fragment}"
            : "an address that is none";
        return $"{shown} {Method}";
    }

    private static string At(Uri hotline, Uri place, string? edge)
    {
        var overrides = edge is null ? Overrides : Overrides.Add(("e", edge));
        return $"{new Uri(hotline, place)}#{string.Join('&', overrides.Select(one => $"{one.Key}={one.Value}"))}";
    }

    private (string Address, string Overrides, string Method) WithoutEdge()
    {
        var parts = Url.Split('#', 2);
        var overrides = parts.Length == 1 ? [] : parts[1].Split('&').Where(one => !one.StartsWith("e=", StringComparison.Ordinal));
        return (parts[0], string.Join('&', overrides.Order(StringComparer.Ordinal)), Method);
    }
}

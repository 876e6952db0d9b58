using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ivr.Web.Telephone;

/// <summary>Puts calls through to the hotline of this very process, over real HTTP.</summary>
public sealed class TelephoneExchange(IServer server, IConfiguration configuration)
{
    /// <summary>The number that demo callers dial.</summary>
    public const string Hotline = "+15550100";

    /// <summary>An account that is nobody's.</summary>
    private const string DemoAccount = "AC00000000000000000000000000000000";

    private readonly Lazy<HttpClient> http = new(() => Connect(server));

    public PhoneCall Pick(string from) => Connect(from, Hotline);

    /// <summary>A call that the hotline asked for, before it is answered.</summary>
    public PhoneCall Ring(string to, string from, PlacedCall placed) => Connect(from, to, placed);

    private PhoneCall Connect(string from, string to, PlacedCall? placed = null)
    {
        var token = configuration["Twilio:RequestValidation:AuthToken"] ?? configuration["Twilio:AuthToken"] ?? "";
        var account = configuration["Twilio:AccountSid"] ?? DemoAccount;
        var signed = configuration["Twilio:RequestValidation:BaseUrlOverride"] is { Length: > 0 } url ? new Uri(url) : null;
        var parties = new Parties(from, to, account, token, signed) { Placed = placed };
        return new PhoneCall(new Line(http.Value, parties));
    }

    private static HttpClient Connect(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address =
            addresses.OrderBy(one => one.StartsWith("https", StringComparison.Ordinal)).FirstOrDefault()
            ?? throw new InvalidOperationException("The hotline listens nowhere yet.");
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        return new HttpClient(handler)
        {
            BaseAddress = new Uri(
                address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
            ),
            Timeout = TimeSpan.FromSeconds(15),
        };
    }
}

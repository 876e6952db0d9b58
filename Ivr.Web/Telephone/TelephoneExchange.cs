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

    public PhoneCall Pick(string from)
    {
        var token = configuration["Twilio:RequestValidation:AuthToken"] ?? configuration["Twilio:AuthToken"] ?? "";
        return new PhoneCall(new Line(http.Value, new Parties(from, Hotline, configuration["Twilio:AccountSid"] ?? DemoAccount, token)));
    }

    private static HttpClient Connect(IServer server)
    {
        var address =
            server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
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

using Ivr.Web.Hosting;
using Ivr.Web.Messages;
using Ivr.Web.Telephone;

namespace Ivr.Web.Numbers;

/// <summary>
/// Sends the hotline a webhook as Twilio does, signed, through whatever stands before it. It tells of a call that does not exist and is not over,
/// which changes nothing.
/// </summary>
public sealed class SignedProbe(IConfiguration configuration)
{
    private static readonly TimeSpan AsLongAsTwilioWaits = TimeSpan.FromSeconds(15);

    /// <returns>A sentence that says what to do; null where it was taken.</returns>
    public async Task<string?> RunAsync(Uri hotline, string number, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = hotline,
            Timeout = AsLongAsTwilioWaits,
        };
        var account = configuration["Twilio:AccountSid"] is { Length: > 0 } webhooks ? webhooks : CarrierAccount.Read(configuration).Sid;
        var line = new Line(http, new Parties(number, number, account, Token(configuration)));
        var answer = await line.SendAsync(line.Status, "in-progress", [], cancellationToken);
        return answer switch
        {
            { Response: not null } => null,
            { Status: 0 } =>
                $"{hotline} cannot be reached ({answer.Text}): see that its name resolves, that port 443 is open, and that the certificate is valid with its whole chain.",
            { Status: 403 } =>
                $"{hotline} refuses a signed webhook: Twilio:RequestValidation:BaseUrlOverride there must be {hotline.GetLeftPart(UriPartial.Authority)}, Twilio:AuthToken the same as here, and the proxy must pass path and body on unchanged.",
            { Status: >= 300 and < 400 } =>
                $"{hotline} redirects webhooks, and Twilio loses what callers keyed on the way: take the redirect off /voice/.",
            { Status: 401 } => $"{hotline} asks for a sign-in before webhooks: take it off /voice/, where the signature takes its place.",
            { Status: 404 or 405 } => $"{hotline} has no hotline behind it: see that the proxy passes /voice/ on, with its path.",
            { Status: >= 500 } => $"The proxy at {hotline} does not reach the hotline (status {answer.Status}): see that it runs.",
            _ => $"{hotline} answers a webhook with {answer.Text}, which Twilio could not use: see what stands before the hotline.",
        };
    }

    /// <summary>What the hotline takes signatures by, as Twilio.AspNet.Core reads it.</summary>
    public static string Token(IConfiguration configuration) =>
        configuration["Twilio:RequestValidation:AuthToken"] is { Length: > 0 } own ? own : configuration["Twilio:AuthToken"] ?? "";

    /// <summary>Whether there is something to sign with.</summary>
    public bool CanSign => Token(configuration) is { Length: > 0 } token && !MadeUpSecret.Is(token);
}

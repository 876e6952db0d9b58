using Ivr.Data.Messages;
using Ivr.Web.Messages;

namespace Ivr.Web.Hosting;

/// <summary>What must be configured before real callers are answered.</summary>
public static class StartupCheck
{
    private const int ShortestPepper = 32;

    /// <summary>A sentence for each thing that keeps the host from starting; none in the demo.</summary>
    public static IReadOnlyList<string> Complaints(IConfiguration configuration, HotlineOptions hotline)
    {
        var complaints = MessageComplaints(configuration, hotline.Demo).ToList();
        if (hotline.Demo)
        {
            return complaints;
        }

        var token = configuration["Twilio:RequestValidation:AuthToken"] ?? configuration["Twilio:AuthToken"];
        var url = configuration["Twilio:RequestValidation:BaseUrlOverride"];
        Refuse(string.IsNullOrEmpty(token), "Twilio:AuthToken is missing: set it to the account's auth token, 32 hexadecimal digits.");
        Refuse(StartsWithDemo(token), "Twilio:AuthToken is the demo's: set it to the account's auth token, 32 hexadecimal digits.");
        Refuse(
            !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.AbsolutePath != "/",
            "Twilio:RequestValidation:BaseUrlOverride is missing, not https, or has a path: set it to the address Twilio calls, such as https://hotline.example.com."
        );
        Refuse(
            (hotline.Pepper?.Length ?? 0) < ShortestPepper,
            $"Hotline:Pepper is missing or short: set it to a secret of at least {ShortestPepper} random characters, and never change it."
        );
        Refuse(StartsWithDemo(hotline.Pepper), $"Hotline:Pepper is the demo's: set it to {ShortestPepper} random characters of your own.");
        Refuse(
            hotline.ProofSecret is { Length: > 0 and < ShortestPepper } || StartsWithDemo(hotline.ProofSecret),
            $"Hotline:ProofSecret is short or the demo's: set it to {ShortestPepper} random characters shared with the app, or leave it out."
        );
        Refuse(
            configuration.GetValue<bool>("Twilio:RequestValidation:AllowLocal"),
            "Twilio:RequestValidation:AllowLocal lets unsigned requests in: set it to false."
        );
        Refuse(
            !hotline.Agents.NamesSomebody,
            "Hotline:Agents names nobody: set one of Workflow, Queue, Number, Sip or Client, for example Hotline:Agents:Number to +15550100."
        );
        var promisesCalls = hotline.Agents.CallbackCountries.Length > 0;
        Refuse(
            promisesCalls && hotline.Callbacks.From is null,
            "Hotline:Callbacks:From is missing: promised calls need a number of the account to come from, such as +15550100."
        );
        Refuse(
            promisesCalls && !CarrierAccount.Read(configuration).IsComplete,
            "Hotline:Agents:CallbackCountries promises calls that nobody can place: set Twilio:Client:AccountSid with AuthToken, or with ApiKeySid and ApiKeySecret."
        );
        return complaints;

        void Refuse(bool wrong, string complaint)
        {
            if (wrong)
            {
                complaints.Add(complaint);
            }
        }
    }

    /// <summary>The channel itself was read before, and is one there is.</summary>
    private static IEnumerable<string> MessageComplaints(IConfiguration configuration, bool isDemo)
    {
        var messages = MessageOptions.Read(configuration);
        if (messages.To == MessageChannel.Demo && !isDemo)
        {
            yield return "Hotline:Messages:Channel is Demo, which sends nothing: set it to App or Sms.";
        }

        if (messages.InFlight < 1 || messages.TimeoutSeconds < 1 || messages.SettleSeconds < 0)
        {
            yield return "Hotline:Messages:InFlight and :TimeoutSeconds are at least 1: 4 and 5 do well.";
        }

        if (messages.To != MessageChannel.Sms)
        {
            yield break;
        }

        if (!CarrierAccount.Read(configuration).IsComplete)
        {
            yield return "Twilio:Client is incomplete: set AccountSid with AuthToken, or AccountSid, ApiKeySid and ApiKeySecret.";
        }

        if (string.IsNullOrEmpty(messages.From) && string.IsNullOrEmpty(messages.MessagingServiceSid))
        {
            yield return "Hotline:Messages names no sender: set From to a number such as +15550100, or MessagingServiceSid.";
        }
    }

    private static bool StartsWithDemo(string? secret) => secret?.StartsWith("demo-", StringComparison.Ordinal) == true;
}

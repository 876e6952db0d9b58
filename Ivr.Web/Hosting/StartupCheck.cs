using Ivr.Data.Messages;
using Ivr.Web.Messages;

namespace Ivr.Web.Hosting;

/// <summary>What must be configured before real callers are answered.</summary>
public static class StartupCheck
{
    private const int ShortestPepper = 32;

    /// <summary>A sentence for each thing that keeps the host from starting; none in the demo.</summary>
    public static IReadOnlyList<string> Complaints(IConfiguration configuration, HotlineOptions hotline, IHostEnvironment environment)
    {
        List<string> complaints =
        [
            .. MessageComplaints(configuration, hotline.Demo),
            .. SecretFiles.Complaints(configuration),
            .. ExposureComplaints(configuration, hotline.Demo, environment),
        ];
        if (hotline.Demo)
        {
            return complaints;
        }

        var token = configuration["Twilio:RequestValidation:AuthToken"] ?? configuration["Twilio:AuthToken"];
        var second = configuration["Twilio:SecondaryAuthToken"];
        var url = configuration["Twilio:RequestValidation:BaseUrlOverride"];
        Refuse(string.IsNullOrEmpty(token), "Twilio:AuthToken is missing: set it to the account's auth token, 32 hexadecimal digits.");
        Refuse(MadeUpSecret.Is(token), "Twilio:AuthToken is made up: set it to the account's auth token, 32 hexadecimal digits.");
        Refuse(
            MadeUpSecret.Is(second),
            "Twilio:SecondaryAuthToken is made up: set it to the account's secondary auth token while tokens are rotated, else leave it out."
        );
        Refuse(
            !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.AbsolutePath != "/",
            "Twilio:RequestValidation:BaseUrlOverride is missing, not https, or has a path: set it to the address Twilio calls, such as https://hotline.example.com."
        );
        Refuse(
            (hotline.Pepper?.Length ?? 0) < ShortestPepper,
            $"Hotline:Pepper is missing or short: set it to a secret of at least {ShortestPepper} random characters, and never change it."
        );
        Refuse(
            hotline.Pepper?.Length >= ShortestPepper && MadeUpSecret.Is(hotline.Pepper),
            $"Hotline:Pepper is made up: set it to {ShortestPepper} random characters of your own."
        );
        Refuse(
            hotline.ProofSecret is { Length: > 0 and < ShortestPepper } || MadeUpSecret.Is(hotline.ProofSecret),
            $"Hotline:ProofSecret is short or made up: set it to {ShortestPepper} random characters shared with the app, or leave it out."
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

    /// <summary>What shows strangers more than callers may hear: the demo's pages, and the insides of errors.</summary>
    private static IEnumerable<string> ExposureComplaints(IConfiguration configuration, bool isDemo, IHostEnvironment environment)
    {
        if (isDemo && environment.IsProduction())
        {
            yield return "Hotline:Demo is on in Production, and its telephone is open to everybody: set it to false, or ASPNETCORE_ENVIRONMENT to Development.";
        }

        if (!isDemo && environment.IsDevelopment())
        {
            yield return "ASPNETCORE_ENVIRONMENT is Development, where pages show the insides of errors: set it to Production.";
        }

        if (!isDemo && configuration.GetValue<bool>(WebHostDefaults.DetailedErrorsKey))
        {
            yield return "detailedErrors shows the insides of errors: set ASPNETCORE_DETAILEDERRORS to false.";
        }

        if (
            !isDemo
            && configuration["Twilio:ApiBaseUrl"] is { Length: > 0 } api
            && !api.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return "Twilio:ApiBaseUrl sends the account's token unencrypted: set it to an address that begins with https://.";
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
}

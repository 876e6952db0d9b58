using Ivr.Web.Hosting;
using Ivr.Web.Messages;
using Ivr.Web.Voice;
using Microsoft.Extensions.Options;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Web.Callbacks;

/// <summary>Lets Twilio place calls. Its addresses name the attempt and nothing about who is called.</summary>
public sealed class Dialler(CarrierLine line, IOptions<HotlineOptions> options)
{
    private const int NotFound = 404;

    /// <summary>Twilio's word for listening whether a machine answers, before anything is said.</summary>
    private const string Listen = "Enable";

    private readonly CallbackOptions settings = options.Value.Callbacks;

    public Task<SendResult> CallAsync(string to, string from, string token)
    {
        var call = new CreateCallOptions(new PhoneNumber(to), new PhoneNumber(from))
        {
            Url = At(Address.Incoming, token),
            Method = HttpMethod.Post,
            FallbackUrl = At(Address.Fallback, token),
            FallbackMethod = HttpMethod.Post,
            StatusCallback = At(Address.Status, token),
            StatusCallbackMethod = HttpMethod.Post,
            Timeout = settings.RingSeconds,
            TimeLimit = settings.TimeLimitSeconds,
            MachineDetection = settings.DetectMachines ? Listen : null,
        };
        return line.CreateAsync(async client => (await CallResource.CreateAsync(call, client))?.Sid);
    }

    /// <summary>Whether a call is over; null where Twilio does not say.</summary>
    public async Task<bool?> IsOverAsync(string callSid)
    {
        try
        {
            var status = (await CallResource.FetchAsync(callSid, client: line.Client()))?.Status;
            return status is null ? null : VoiceWebhook.IsOver(status.ToString());
        }
        catch (ApiException cause) when (cause.Status == NotFound)
        {
            return true;
        }
        catch (TwilioException)
        {
            return null;
        }
    }

    private Uri? At(Uri place, string token) => line.At($"{place}?{Address.Row}={token}");
}

using System.Net;
using Ivr.Web.Messages;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Web.Numbers;

/// <summary>Asks Twilio for the account's numbers, and changes what they call.</summary>
public sealed class NumberDesk(CarrierLine line)
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    /// <returns>Null where the account has no such number.</returns>
    public async Task<IncomingPhoneNumberResource?> FindAsync(string number, CancellationToken cancellationToken)
    {
        var found = await PatientlyAsync(
            () => IncomingPhoneNumberResource.ReadAsync(phoneNumber: new PhoneNumber(number), client: line.Client()),
            cancellationToken
        );
        return found.FirstOrDefault(one => one.PhoneNumber?.ToString() == number); // Twilio also finds what only contains it.
    }

    public async Task<IReadOnlyList<IncomingPhoneNumberResource>> ListAsync(CancellationToken cancellationToken) =>
        [.. await PatientlyAsync(() => IncomingPhoneNumberResource.ReadAsync(client: line.Client()), cancellationToken)];

    public Task<IncomingPhoneNumberResource> PointAsync(string sid, IReadOnlyList<Webhook> to, CancellationToken cancellationToken) =>
        PatientlyAsync(
            () =>
                IncomingPhoneNumberResource.UpdateAsync(
                    new UpdateIncomingPhoneNumberOptions(sid)
                    {
                        VoiceUrl = new Uri(to[0].Url),
                        VoiceMethod = HttpMethod.Post,
                        VoiceFallbackUrl = new Uri(to[1].Url),
                        VoiceFallbackMethod = HttpMethod.Post,
                        StatusCallback = new Uri(to[2].Url),
                        StatusCallbackMethod = HttpMethod.Post,
                    },
                    line.Client()
                ),
            cancellationToken
        );

    /// <summary>Asked again where Twilio had too much to do, as it advises: what is asked here comes to the same twice as once.</summary>
    private static async Task<T> PatientlyAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        for (var (attempt, wait) = (1, FirstWait); ; (attempt, wait) = (attempt + 1, wait * 2))
        {
            try
            {
                return await ask();
            }
            catch (ApiException cause) when (cause.Status == (int)HttpStatusCode.TooManyRequests && attempt < MostAttempts)
            {
                await Task.Delay(wait, cancellationToken);
            }
        }
    }
}

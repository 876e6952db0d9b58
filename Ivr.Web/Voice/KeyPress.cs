using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Web.Voice;

/// <summary>Waits for one key outside the flows: any key, at once, and no speech.</summary>
public static class KeyPress
{
    private static readonly Gather.InputEnum[] Keys = [Gather.InputEnum.Dtmf];

    /// <param name="timeout">Seconds after the last word.</param>
    public static Gather Of(Uri action, int timeout) =>
        new(input: Keys, action: action, method: HttpMethod.Post, timeout: timeout, finishOnKey: "", numDigits: 1);
}

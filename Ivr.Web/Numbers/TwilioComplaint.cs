using System.Net;
using Ivr.Web.Messages;
using Newtonsoft.Json;
using Twilio.Exceptions;

namespace Ivr.Web.Numbers;

/// <summary>What Twilio's errors mean to who sets up a number, and what to do. The text of an error may name secrets: it is never shown.</summary>
public static class TwilioComplaint
{
    private const int InvalidUrl = 21402;
    private const int NotForTrial = 21404;
    private const int FallbackAlone = 21405;
    private const int TestCredentials = 20008;
    private const int AccountNotActive = 20005;

    public static bool IsOne(Exception cause) => cause is TwilioException or JsonException;

    public static string Of(Exception cause) =>
        cause switch
        {
            ApiException { Status: > 0 } answer => Of(answer),
            ApiConnectionException lost when CarrierHttp.NeverConnected(lost) =>
                "There is no connection to Twilio: see whether this machine reaches api.twilio.com over https (names, firewall, proxy; Twilio:ApiBaseUrl, if that is set).",
            ApiConnectionException =>
                "Twilio did not answer in time, and nobody knows whether it did what it was asked: run `twilio check`, then try again.",
            _ => "What answered is not Twilio: look at Twilio:ApiBaseUrl, and whether something stands between this machine and Twilio.",
        };

    private static string Of(ApiException answer) =>
        answer switch
        {
            { Code: AccountNotActive } =>
                "Twilio says that the account is not active (20005): look at its balance and state in the console.",
            { Code: TestCredentials } =>
                "These are Twilio's test credentials, which own no numbers (20008): set Twilio:AccountSid and Twilio:AuthToken to the live ones.",
            { Status: (int)HttpStatusCode.Unauthorized } =>
                $"Twilio does not take these credentials{Code(answer)}: compare Twilio:AccountSid and Twilio:AuthToken, or Twilio:Client:ApiKeySid and :ApiKeySecret, with the console; they belong to one region, so leave Twilio:Client:Region and :Edge out unless they were made there.",
            { Status: (int)HttpStatusCode.Forbidden } =>
                $"Twilio does not let these credentials do that{Code(answer)}: give the key the right to read and update phone numbers, or use the account's token.",
            { Status: (int)HttpStatusCode.NotFound } =>
                $"Twilio knows no such account or number{Code(answer)}: compare Twilio:AccountSid with the console, and see whether the number was released.",
            { Status: (int)HttpStatusCode.TooManyRequests } =>
                $"Twilio is asked for too much at once{Code(answer)}: wait a minute and try again.",
            { Status: >= 500 } =>
                $"Twilio has trouble of its own (status {answer.Status}): look at status.twilio.com, then run `twilio check` to see what it took.",
            { Code: InvalidUrl } =>
                "Twilio takes that for no address it could call (21402): give the public https address of the hotline, with a name that the internet resolves.",
            { Code: NotForTrial } =>
                "The number is not to be had by a trial account (21404): upgrade the account, or use its trial number.",
            { Code: FallbackAlone } =>
                "Twilio takes no fallback without a voice address (21405): run `twilio setup` again, which sets both.",
            _ => $"Twilio refused{Code(answer)}: nothing was changed. https://www.twilio.com/docs/errors/{answer.Code} says why.",
        };

    private static string Code(ApiException answer) => answer.Code > 0 ? $" (error {answer.Code})" : $" (status {answer.Status})";
}

using System.Globalization;
using Ivr.Data.Messages;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;

namespace Ivr.Web.Messages;

/// <summary>Twilio's messaging. The text of its errors names numbers: only their codes go on from here.</summary>
public sealed class Carrier(IConfiguration configuration, MessageOptions options) : IDisposable
{
    /// <summary>As many of a recipient's latest messages are looked through.</summary>
    private const int Latest = 50;

    private const int TooManyRequests = 429;

    /// <summary>The sender's queue is full: as good as too many requests.</summary>
    private const int QueueOverflow = 21611;

    private readonly System.Net.Http.HttpClient http = CarrierHttp.Create(
        configuration["Twilio:ApiBaseUrl"],
        TimeSpan.FromSeconds(options.TimeoutSeconds)
    );
    private readonly CarrierAccount account = CarrierAccount.Read(configuration);

    public async Task<SendResult> SendAsync(string id, string to, string text)
    {
        var message = new CreateMessageOptions(to)
        {
            Body = text,
            From = string.IsNullOrEmpty(options.MessagingServiceSid) ? options.From : null,
            MessagingServiceSid = string.IsNullOrEmpty(options.MessagingServiceSid) ? null : options.MessagingServiceSid,
            StatusCallback = ReceiptsFor(id),
        };
        try
        {
            var sent = await MessageResource.CreateAsync(message, Client());
            return string.IsNullOrEmpty(sent?.Sid) ? new SendResult.Unclear("NO_SID") : new SendResult.Accepted(sent.Sid);
        }
        catch (ApiException cause)
        {
            return Judge(cause);
        }
        catch (ApiConnectionException cause)
        {
            return CarrierHttp.NeverConnected(cause) ? new SendResult.NotNow("NO_CONNECTION") : new SendResult.Unclear("NO_ANSWER");
        }
    }

    /// <summary>The latest messages to a number; null where the carrier does not say.</summary>
    public async Task<IReadOnlyList<CarriedMessage>?> FindAsync(string to)
    {
        try
        {
            // Not by the day it was sent: a message that still waits at the carrier has none.
            var found = await MessageResource.ReadAsync(new ReadMessageOptions { To = to, Limit = Latest }, Client());
            found.AutoPaging = false;
            return
            [
                .. found
                    .Where(one => one.DateCreated is not null)
                    .Select(one => new CarriedMessage(
                        one.Sid,
                        one.Body ?? "",
                        new DateTimeOffset(one.DateCreated!.Value.ToUniversalTime())
                    )),
            ];
        }
        catch (TwilioException)
        {
            return null;
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    private static SendResult Judge(ApiException cause)
    {
        var code = (cause.Code > 0 ? cause.Code : cause.Status).ToString(CultureInfo.InvariantCulture);
        return cause switch
        {
            { Status: TooManyRequests } or { Code: QueueOverflow } => new SendResult.NotNow(code),
            { Status: >= 400 and < 500 } => new SendResult.Refused(code),
            _ => new SendResult.Unclear(code),
        };
    }

    private Uri? ReceiptsFor(string id) =>
        configuration["Twilio:RequestValidation:BaseUrlOverride"] is { Length: > 0 } address
            ? new Uri($"{address.TrimEnd('/')}{MessageEndpoints.Receipts}?{MessageEndpoints.Row}={id}")
            : null;

    private TwilioRestClient Client() =>
        new(account.User, account.Password, account.Sid, account.Region, new SystemNetHttpClient(http), account.Edge);
}

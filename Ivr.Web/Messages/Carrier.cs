using Ivr.Data.Messages;
using Ivr.Web.Voice;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Ivr.Web.Messages;

/// <summary>Twilio's messaging.</summary>
public sealed class Carrier(CarrierLine line, MessageOptions options)
{
    /// <summary>As many of a recipient's latest messages are looked through.</summary>
    private const int Latest = 50;

    public Task<SendResult> SendAsync(string id, string to, string text)
    {
        var message = new CreateMessageOptions(to)
        {
            Body = text,
            From = string.IsNullOrEmpty(options.MessagingServiceSid) ? options.From : null,
            MessagingServiceSid = string.IsNullOrEmpty(options.MessagingServiceSid) ? null : options.MessagingServiceSid,
            StatusCallback = line.At($"{MessageEndpoints.Receipts}?{Address.Row}={id}"),
        };
        return line.CreateAsync(async client => (await MessageResource.CreateAsync(message, client))?.Sid);
    }

    /// <summary>The latest messages to a number; null where the carrier does not say.</summary>
    public async Task<IReadOnlyList<CarriedMessage>?> FindAsync(string to)
    {
        try
        {
            // Not by the day it was sent: a message that still waits at the carrier has none.
            var found = await MessageResource.ReadAsync(new ReadMessageOptions { To = to, Limit = Latest }, line.Client());
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
}

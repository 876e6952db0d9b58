using System.Globalization;
using Ivr.Data.Messages;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;

namespace Ivr.Web.Messages;

/// <summary>The way to Twilio's REST interface. The text of its errors names numbers: only their codes go on from here.</summary>
public sealed class CarrierLine(IConfiguration configuration, MessageOptions options) : IDisposable
{
    private const int TooManyRequests = 429;

    /// <summary>The sender's queue is full: as good as too many requests.</summary>
    private const int QueueOverflow = 21611;

    private readonly System.Net.Http.HttpClient http = CarrierHttp.Create(
        configuration["Twilio:ApiBaseUrl"],
        TimeSpan.FromSeconds(options.TimeoutSeconds)
    );
    private readonly CarrierAccount account = CarrierAccount.Read(configuration);

    /// <summary>Whether there is an account to ask with, and an address that it can tell by what came of it.</summary>
    public bool IsComplete => account.IsComplete && At("/") is not null;

    /// <summary>A place of ours as Twilio calls it; null where our address is not configured.</summary>
    public Uri? At(string pathAndQuery) =>
        configuration["Twilio:RequestValidation:BaseUrlOverride"] is { Length: > 0 } address
            ? new Uri($"{address.TrimEnd('/')}{pathAndQuery}")
            : null;

    public TwilioRestClient Client() =>
        new(account.User, account.Password, account.Sid, account.Region, new SystemNetHttpClient(http), account.Edge);

    /// <summary>Asks for something that must not be asked for twice.</summary>
    /// <param name="create">Answers with the name that the carrier gave it.</param>
    public async Task<SendResult> CreateAsync(Func<ITwilioRestClient, Task<string?>> create)
    {
        try
        {
            return await create(Client()) is { Length: > 0 } sid ? new SendResult.Accepted(sid) : new SendResult.Unclear("NO_SID");
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
}

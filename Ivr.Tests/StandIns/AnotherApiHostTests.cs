using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Ivr.Tests.StandIns;

/// <summary>
/// How Twilio's public API reaches a REST API on another host: its client takes a .NET HTTP client, and a handler of that one changes the
/// host. The pages of a list, which the answers name, take the same way.
/// </summary>
public sealed class AnotherApiHostTests : IAsyncLifetime
{
    private readonly List<string> heard = [];
    private WebApplication provider = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        provider = builder.Build();
        provider.Urls.Add("http://127.0.0.1:0");
        provider.Run(AnswerAsync);
        await provider.StartAsync();
    }

    public async Task DisposeAsync() => await provider.DisposeAsync();

    [Fact]
    public async Task A_message_goes_to_the_other_host_with_the_same_path_form_and_credentials()
    {
        var sent = await MessageResource.CreateAsync(
            to: new PhoneNumber("+8613800138000"),
            from: new PhoneNumber("+15550100"),
            body: "验证码 & more",
            client: Client("/provider")
        );

        Assert.Equal("SM1", sent.Sid);
        Assert.Equal(MessageResource.StatusEnum.Queued, sent.Status);
        Assert.Equal(
            [
                "POST /provider/2010-04-01/Accounts/AC1/Messages.json AC1:secret To=%2B8613800138000&From=%2B15550100&Body=%E9%AA%8C%E8%AF%81%E7%A0%81+%26+more",
            ],
            heard
        );
    }

    [Fact]
    public async Task A_lookup_reads_every_page_from_the_other_host()
    {
        var since = new DateTime(2026, 11, 25, 8, 0, 0, DateTimeKind.Utc);

        var messages = await MessageResource.ReadAsync(to: "+8613800138000", dateSentAfter: since, pageSize: 1, client: Client(""));

        Assert.Equal(["SM1", "SM2"], messages.Select(message => message.Sid));
        Assert.Equal(
            [
                "GET /2010-04-01/Accounts/AC1/Messages.json?To=%2B8613800138000&DateSent%3E=2026-11-25T08%3A00%3A00Z&PageSize=1 AC1:secret ",
                "GET /2010-04-01/Accounts/AC1/Messages.json?Page=1 AC1:secret ",
            ],
            heard
        );
    }

    [Fact]
    public async Task A_refusal_of_the_other_host_is_an_API_exception_with_Twilios_code()
    {
        var refused = await Assert.ThrowsAsync<ApiException>(() =>
            CallResource.UpdateAsync("CA404", twiml: new Twiml("<Response/>"), client: Client(""))
        );

        Assert.Equal((20404, 404, "No such call"), (refused.Code, refused.Status, refused.Message));
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_a_connection_exception()
    {
        var client = Client("");
        await provider.StopAsync();

        await Assert.ThrowsAsync<ApiConnectionException>(() => MessageResource.FetchAsync("SM1", client: client));
    }

    private TwilioRestClient Client(string path)
    {
        var handler = new AnotherHost(new Uri(provider.Urls.First() + path));
        return new TwilioRestClient("AC1", "secret", httpClient: new SystemNetHttpClient(new System.Net.Http.HttpClient(handler)));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var credentials = AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization.ToString()).Parameter!;
        var who = Encoding.UTF8.GetString(Convert.FromBase64String(credentials));
        var asked = new Uri(context.Request.GetEncodedUrl()).PathAndQuery;
        heard.Add($"{context.Request.Method} {asked} {who} {await reader.ReadToEndAsync()}");

        var path = context.Request.Path.Value!;
        var second = context.Request.Query.ContainsKey("Page");
        context.Response.StatusCode = path.Contains("404", StringComparison.Ordinal)
            ? StatusCodes.Status404NotFound
            : StatusCodes.Status200OK;
        await context.Response.WriteAsync(
            path.Contains("404", StringComparison.Ordinal) ? """{ "code": 20404, "message": "No such call", "status": 404 }"""
            : context.Request.Method == "POST" ? """{ "sid": "SM1", "status": "queued" }"""
            : second ? """{ "messages": [{ "sid": "SM2" }], "page_size": 1, "uri": "/x", "next_page_uri": null }"""
            : """{ "messages": [{ "sid": "SM1" }], "page_size": 1, "uri": "/x", "next_page_uri": "/2010-04-01/Accounts/AC1/Messages.json?Page=1" }"""
        );
    }

    private sealed class AnotherHost(Uri host) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(host.AbsoluteUri.TrimEnd('/') + request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

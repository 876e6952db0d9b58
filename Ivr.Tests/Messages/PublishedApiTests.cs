using System.Net;
using Ivr.Tests.Calls;
using Ivr.Web.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Messages;

/// <summary>What the hotline asks of Twilio is what Twilio's published description takes.</summary>
public sealed class PublishedApiTests
{
    private const string PublicAddress = "--Twilio:RequestValidation:BaseUrlOverride=https://hotline.example.com";

    [PublishedApiFact]
    public async Task A_message_with_its_receipt_address_is_taken()
    {
        await using var api = await PublishedApi.StartAsync();
        await using var hotline = await TestHotline.StartAsync([.. api.Settings, PublicAddress]);
        await hotline.TellAsync(1);

        await hotline.UntilAsync("SENT");

        Assert.NotEmpty(await hotline.AskAsync<string>("select message_sid from notifications") ?? "");
    }

    [PublishedApiFact]
    public async Task A_receipt_address_that_is_none_is_refused_so_that_these_tests_can_fail()
    {
        await using var api = await PublishedApi.StartAsync();
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Basic", "QUM6eA==") } };
        using var form = new FormUrlEncodedContent([new("To", "+8613800000001"), new("StatusCallback", "no address")]);

        using var answer = await http.PostAsync(new Uri(api.Address, $"/2010-04-01/Accounts/{CarrierStub.Account}/Messages.json"), form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [PublishedApiFact]
    public async Task The_latest_messages_to_a_number_are_asked_for_and_read()
    {
        await using var api = await PublishedApi.StartAsync();
        await using var hotline = await TestHotline.StartAsync(api.Settings);

        Assert.NotNull(await hotline.Services.GetRequiredService<Carrier>().FindAsync("+8613800000001"));
    }
}

using System.Text.RegularExpressions;
using Ivr.Tests.Calls;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Webhooks;

/// <summary>What is answered is about a caller: no cache on the way keeps it.</summary>
public sealed class NeverStoredTests
{
    [Fact]
    public async Task Every_address_answers_what_may_not_be_stored_whatever_it_answers()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var http = new HttpClient { BaseAddress = hotline.Address };
        var routes = hotline
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(route => $"/{Regex.Replace(route.RoutePattern.RawText!, "{[^}]+}", "1").TrimStart('/')}")
            .Append("/nowhere")
            .Distinct()
            .ToList();

        Assert.True(routes.Count > 10, string.Join(' ', routes));
        foreach (var route in routes)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var request = new HttpRequestMessage(method, new Uri(route, UriKind.Relative));
                using var response = await http.SendAsync(request);
                Assert.True(response.Headers.CacheControl?.NoStore, $"{method} {route} {(int)response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task A_signed_webhook_is_answered_so_and_a_recording_says_that_it_may_be_kept()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var http = new HttpClient { BaseAddress = hotline.Address };
        using var twilio = new TwilioSide(hotline);
        var form = twilio.Form(("CallStatus", "ringing"));

        using var answer = await http.SendAsync(
            TwilioSide.Post("/voice/incoming", TwilioSide.Encode(form), twilio.Sign("/voice/incoming", form))
        );
        using var recording = await http.GetAsync(new Uri("/prompts/audio/wait.wav", UriKind.Relative));

        Assert.Equal((StatusCodes.Status200OK, true), ((int)answer.StatusCode, answer.Headers.CacheControl!.NoStore));
        Assert.True(recording.Headers.CacheControl!.Public);
    }
}

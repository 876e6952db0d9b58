using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.StandIns;

/// <summary>Runs the application of one golden case on a port of its own, and sends it the case's request.</summary>
public static class GoldenWebHost
{
    public static async Task<string> AskAsync(Action<WebApplicationBuilder, Func<WebApplication>> configure, JsonObject golden)
    {
        Exception? unhandled = null;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        var keys = golden["configuration"]?.AsObject().ToDictionary(key => key.Key, key => (string?)key.Value) ?? [];
        builder.Configuration.AddInMemoryCollection(keys);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication? app = null;
        configure(
            builder,
            () =>
            {
                app = builder.Build();
                app.Use(
                    async (context, next) =>
                    {
                        try
                        {
                            await next(context);
                        }
                        catch (Exception exception)
                        {
                            unhandled = exception;
                            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                        }
                    }
                );
                return app;
            }
        );
        await using (app!)
        {
            await app!.StartAsync();
            if (((string)golden["name"]!).StartsWith("options_follow_configuration_reload", StringComparison.Ordinal))
            {
                app.Configuration["Twilio:AuthToken"] = (string?)golden["request"]!["signedWith"];
            }

            using var client = new HttpClient();
            using var request = Request(app.Urls.First(), golden["request"]!);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return Comparable(
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.ToString(),
                $"{response.Content.Headers.ContentLength}",
                response.Headers.TransferEncoding.ToString(),
                await response.Content.ReadAsStringAsync(),
                unhandled is null ? "" : Golden.Thrown(unhandled, golden["unhandledException"])
            );
        }
    }

    public static string Comparable(JsonObject golden)
    {
        var response = golden["response"]!;
        return Comparable(
            (int)response["status"]!,
            (string?)response["contentType"],
            (string?)response["contentLength"],
            (string?)response["transferEncoding"],
            (string)response["body"]!,
            golden["unhandledException"] is { } unhandled ? Golden.Thrown(unhandled) : ""
        );
    }

    private static string Comparable(int status, string? type, string? length, string? encoding, string body, string unhandled) =>
        $"{status} type={type} length={length} encoding={encoding} {unhandled}\n{body.ReplaceLineEndings("\n")}";

    private static HttpRequestMessage Request(string address, JsonNode golden)
    {
        var request = new HttpRequestMessage(new HttpMethod((string)golden["method"]!), address + (string)golden["path"]!)
        {
            Content = Content(golden),
        };
        request.Headers.Host = (string)golden["host"]!;
        foreach (var header in golden["headers"]!.AsArray())
        {
            request.Headers.TryAddWithoutValidation((string)header![0]!, (string)header[1]!);
        }

        return request;
    }

    private static HttpContent? Content(JsonNode golden)
    {
        if (golden["json"] is { } json)
        {
            return new StringContent((string)json!, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        }

        if (golden["form"] is not { } form)
        {
            return null;
        }

        var pairs = form.AsArray().Select(pair => KeyValuePair.Create((string)pair![0]!, (string)pair[1]!)).ToList();
        if (golden["multipart"] is null)
        {
            return new FormUrlEncodedContent(pairs);
        }

        var parts = new MultipartFormDataContent();
        pairs.ForEach(pair => parts.Add(new StringContent(pair.Value), pair.Key));
        return parts;
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twilio.Http;

namespace Ivr.Tests.StandIns;

/// <summary>What the golden REST cases were recorded with: answers with the replies in order, then 200 with an empty object.</summary>
public sealed class StubHttp(JsonArray? replies) : Twilio.Http.HttpClient
{
    private readonly Queue<JsonNode> waiting = new(replies?.OfType<JsonNode>() ?? []);
    private readonly List<string> requests = [];

    /// <summary>The requests as the golden file writes them.</summary>
    public string Requests => string.Join('\n', requests);

    public override Response MakeRequest(Request request)
    {
        requests.Add(
            Comparable(
                request.Method.ToString(),
                request.ConstructUrl().AbsoluteUri,
                JsonSerializer.SerializeToNode(request.PostParams.Select(pair => new[] { pair.Key, pair.Value })),
                Encoding.UTF8.GetString(request.EncodePostParams()),
                request.Username,
                request.Password,
                request.ContentType?.ToString()
            )
        );
        var reply = waiting.TryDequeue(out var next) ? next : new JsonObject { ["status"] = 200, ["body"] = "{}" };
        return new Response((HttpStatusCode)(int)reply["status"]!, (string?)reply["body"]);
    }

    public override Task<Response> MakeRequestAsync(Request request) => Task.FromResult(MakeRequest(request));

    public static string Comparable(JsonNode? recorded) =>
        string.Join(
            '\n',
            recorded!
                .AsArray()
                .Select(one =>
                    Comparable(
                        (string?)one!["method"],
                        (string?)one["url"],
                        one["post"],
                        (string?)one["encodedBody"],
                        (string?)one["username"],
                        (string?)one["password"],
                        (string?)one["contentType"]
                    )
                )
        );

    private static string Comparable(
        string? method,
        string? url,
        JsonNode? post,
        string? body,
        string? username,
        string? password,
        string? contentType
    ) => $"{method} {url} {post?.ToJsonString()} {body} {username}:{password} {contentType}";
}

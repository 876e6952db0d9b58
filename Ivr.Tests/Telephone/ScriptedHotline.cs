using System.Net;
using System.Text;
using Ivr.Web.Telephone;
using Microsoft.AspNetCore.WebUtilities;

namespace Ivr.Tests.Telephone;

/// <summary>A hotline that answers each address with the documents it was given, one after another and the last again; others with nothing.</summary>
public sealed class ScriptedHotline : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> answers = new(StringComparer.Ordinal);
    private readonly List<Webhook> webhooks = [];

    public IReadOnlyList<Webhook> Webhooks => webhooks;

    public Webhook Last => webhooks[^1];

    /// <param name="verbs">What stands inside the Response.</param>
    public ScriptedHotline At(string path, string verbs) => Answers(path, () => Text($"<Response>{verbs}</Response>", "text/xml"));

    public ScriptedHotline Fails(string path) => Answers(path, () => new HttpResponseMessage(HttpStatusCode.InternalServerError));

    public ScriptedHotline Sends(string path, string body, string type) => Answers(path, () => Text(body, type));

    public ScriptedHotline IsAwayAt(string path) => Answers(path, () => throw new HttpRequestException("Connection refused"));

    public PhoneCall Pick() =>
        new(new Line(new HttpClient(this) { BaseAddress = new Uri("http://hotline.test") }, new Parties("+1", "+2", "AC0", "token")));

    /// <summary>The requests to this address, in order.</summary>
    public IReadOnlyList<Webhook> To(string path) => webhooks.Where(webhook => webhook.Path == path).ToList();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        var form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken));
        webhooks.Add(new Webhook(path, form.ToDictionary(field => field.Key, field => field.Value.ToString())));
        return !answers.TryGetValue(path, out var queue) ? Text("<Response/>", "text/xml")
            : queue.Count > 1 ? queue.Dequeue()()
            : queue.Peek()();
    }

    private ScriptedHotline Answers(string path, Func<HttpResponseMessage> answer)
    {
        if (!answers.TryGetValue(path, out var queue))
        {
            answers[path] = queue = new();
        }

        queue.Enqueue(answer);
        return this;
    }

    private static HttpResponseMessage Text(string body, string type) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, type) };
}

/// <summary>A request that the hotline got.</summary>
public sealed record Webhook(string Path, IReadOnlyDictionary<string, string> Form)
{
    /// <summary>A field; null where it was not sent.</summary>
    public string? this[string name] => Form.GetValueOrDefault(name);
}

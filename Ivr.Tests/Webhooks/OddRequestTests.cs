using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Ivr.Data.Connections;
using Ivr.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Webhooks;

/// <summary>Requests that are signed and odd: what they are answered, and that the call goes on.</summary>
public sealed class OddRequestTests : IAsyncLifetime
{
    private const string Form = "application/x-www-form-urlencoded";

    private TestHotline hotline = null!;
    private TwilioSide twilio = null!;

    public async Task InitializeAsync()
    {
        hotline = await TestHotline.StartAsync(CountingDialect.Add);
        twilio = new TwilioSide(hotline);
        (await twilio.DialAsync()).IsTwiml();
        Assert.NotEqual(0, Opened());
    }

    public async Task DisposeAsync()
    {
        (await twilio.PressAsync(1, "8")).IsTwiml().Says("For a locked account");
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        twilio.Dispose();
        await hotline.DisposeAsync();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task Only_post_is_a_webhook(string method)
    {
        foreach (var path in new[] { "/voice/incoming", "/voice/turns/1", "/voice/turns/1/wait", "/voice/status", "/voice/fallback" })
        {
            var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
            request.Headers.Add("X-Twilio-Signature", twilio.Sign(path, []));

            (await twilio.SendAsync(request)).IsEmpty(HttpStatusCode.MethodNotAllowed);
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    [InlineData("")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    public async Task A_body_that_is_no_form_cannot_be_read(string type)
    {
        const string Body = """{"CallSid":"CA1","Digits":"1"}""";
        var path = $"/voice/turns/1?bodySHA256={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)))}";

        (await twilio.SendAsync(TwilioSide.Post(path, Body, twilio.Sign(path, []), type))).IsEmpty(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_over_128_kB_cannot_be_read()
    {
        (await twilio.SendAsync("/voice/turns/1", ("SpeechResult", new string('a', 128 * 1024)))).IsEmpty(HttpStatusCode.BadRequest);
        (await twilio.SendAsync("/voice/turns/1", Chunked, ("X", new string('a', 128 * 1024)))).IsEmpty(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Two_thousand_fields_cannot_be_read_and_a_thousand_are_ignored()
    {
        var many = Enumerable.Range(0, 2000).Select(at => ($"Field{at}", (string?)"x")).ToArray();

        (await twilio.SendAsync("/voice/status", many)).IsEmpty(HttpStatusCode.BadRequest);
        (await twilio.SendAsync("/voice/status", many[..1000])).IsTwiml();
    }

    [Theory]
    [InlineData("Digits")]
    [InlineData("SpeechResult")]
    [InlineData("CallSid")]
    [InlineData("AccountSid")]
    [InlineData("From")]
    [InlineData("StirVerstat")]
    [InlineData("QueueResult")]
    [InlineData("DialCallStatus")]
    public async Task A_field_that_is_used_and_comes_twice_has_no_one_meaning(string name)
    {
        var body = $"{TwilioSide.Encode(twilio.Form((name, "1")))}&{name}=2";
        var joined = twilio.Form((name, "1,2"));
        var opened = Opened();

        (await twilio.SendAsync(TwilioSide.Post("/voice/turns/1", body, twilio.Sign("/voice/turns/1", joined)))).IsEmpty(
            HttpStatusCode.BadRequest
        );
        (await twilio.SendAsync($"/voice/turns/1?{name}=2", (name, "1"))).IsEmpty(HttpStatusCode.BadRequest);
        (await twilio.SendAsync($"/voice/turns/1?{name.ToLowerInvariant()}=2", (name, "1"))).IsEmpty(HttpStatusCode.BadRequest);
        Assert.Equal(opened, Opened());
    }

    [Theory]
    [InlineData("/voice/turns/0")]
    [InlineData("/voice/turns/-1")]
    [InlineData("/voice/turns/abc")]
    [InlineData("/voice/turns/99999999999999999999")]
    [InlineData("/voice/turns/1.0")]
    [InlineData("/voice/turns/")]
    [InlineData("/voice/turns/0/wait")]
    [InlineData("/voice/turns/%31%00")]
    [InlineData("/voice")]
    [InlineData("/voice/incoming/more")]
    public async Task An_address_that_the_hotline_never_gave_is_not_there(string path)
    {
        var opened = Opened();
        Assert.Contains(
            (await twilio.SendAsync(path, ("Digits", "1"))).Status,
            new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest }
        );
        Assert.Equal(opened, Opened());
    }

    [Theory]
    [InlineData("/voice/turns/99")]
    [InlineData("/voice/turns/2147483647")]
    public async Task A_turn_that_has_not_come_yet_gets_the_last_reply(string path)
    {
        var first = await twilio.DialAsync();

        Assert.Equal(first, await twilio.SendAsync(path, ("Digits", "1")));
    }

    [Theory]
    [InlineData("/voice/incoming/")]
    [InlineData("/voice/status/")]
    [InlineData("/voice/fallback/")]
    [InlineData("/VOICE/Incoming")]
    public async Task A_trailing_slash_is_no_reason_for_a_redirect(string path) => (await twilio.SendAsync(path)).IsTwiml();

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8")]
    [InlineData("application/x-www-form-urlencoded; charset=made-up")]
    [InlineData("APPLICATION/X-WWW-FORM-URLENCODED")]
    public async Task The_charset_of_the_form_does_not_matter(string type)
    {
        var form = twilio.Form(("CallerName", "林小梅"));
        var request = TwilioSide.Post("/voice/status", TwilioSide.Encode(form), twilio.Sign("/voice/status", form), type);

        (await twilio.SendAsync(request)).IsTwiml();
    }

    [Fact]
    public async Task A_chunked_body_is_a_body() => (await twilio.SendAsync("/voice/status", Chunked)).IsTwiml();

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        // All of the signed fields are there, and the length says that more was to come.
        var form = twilio.Form(("Digits", "1"));
        var body = TwilioSide.Encode(form);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, hotline.Address.Port);
        var head =
            $"POST /voice/turns/1 HTTP/1.1\r\nHost: {hotline.Address.Authority}\r\nContent-Type: {Form}\r\n"
            + $"X-Twilio-Signature: {twilio.Sign("/voice/turns/1", form)}\r\nContent-Length: {body.Length + 10}\r\n\r\n";
        var before = Opened();
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + body));
        client.Client.Shutdown(SocketShutdown.Send);

        Assert.DoesNotContain(" 200 ", await ReadAllAsync(stream), StringComparison.Ordinal);
        Assert.Equal(before, Opened());
    }

    [Fact]
    public async Task A_request_without_a_host_is_not_signed()
    {
        var body = TwilioSide.Encode(twilio.Form(("Digits", "1")));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, hotline.Address.Port);
        var head =
            $"POST /voice/turns/1 HTTP/1.0\r\nContent-Type: {Form}\r\nX-Twilio-Signature: x\r\nContent-Length: {body.Length}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + body));
        using var reader = new StreamReader(client.GetStream());

        Assert.Contains(" 403 ", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    private static void Chunked(HttpRequestMessage request) => request.Headers.TransferEncodingChunked = true;

    /// <summary>Whatever came, until the server ends the connection or breaks it off.</summary>
    private static async Task<string> ReadAllAsync(NetworkStream stream)
    {
        using var read = new MemoryStream();
        try
        {
            await stream.CopyToAsync(read);
        }
        catch (IOException cause) when (cause.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            // A server that has not read everything ends so.
        }

        return Encoding.ASCII.GetString(read.ToArray());
    }

    private int Opened() => ((CountingDialect)hotline.Services.GetRequiredService<Dialect>()).Opened;
}

using System.Net;
using System.Text.Json;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Messages;

/// <summary>What the carrier tells of messages afterwards, as it was recorded.</summary>
public sealed class ReceiptTests
{
    private const string Sid = "SMa730b9482da4b38fe73bfa98e86f9788";
    private const string Token = "demo-token-for-the-telephone-on-this-machine";

    public static TheoryData<string, string, string?> Orders =>
        new()
        {
            { "76", "SENT", null },
            { "76 77", "DELIVERED", null },
            { "77 76", "DELIVERED", null },
            { "77 80", "DELIVERED", null },
            { "77 77 76 76", "DELIVERED", null },
            { "76 78", "UNDELIVERED", "30007" },
            { "78 76 78", "UNDELIVERED", "30007" },
            { "79", "FAILED", "30003" },
            { "79 80 77", "FAILED", "30003" },
        };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_final_state_stays_whatever_comes_late_or_twice(string samples, string state, string? code)
    {
        await using var hotline = await TestHotline.StartAsync();
        await SentAsync(hotline);

        foreach (var number in samples.Split(' '))
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(hotline, Sample(number), "/voice/messages/status?ref=7a1"));
        }

        Assert.Equal(state, await hotline.AskAsync<string>("select state from notifications"));
        Assert.Equal(code, await hotline.AskAsync<string>("select error_code from notifications"));
    }

    [Fact]
    public async Task A_receipt_of_a_message_nobody_knows_is_taken_and_changes_nothing()
    {
        await using var hotline = await TestHotline.StartAsync();
        await SentAsync(hotline);
        await hotline.ExecuteAsync("update notifications set message_sid = 'SM1'");

        Assert.Equal(HttpStatusCode.OK, await PostAsync(hotline, Sample("77"), "/voice/messages/status"));
        Assert.Equal(
            HttpStatusCode.OK,
            await PostAsync(hotline, [new("MessageSid", Sid), new("MessageStatus", "invented")], "/voice/messages/status")
        );

        Assert.Equal("SENT", await hotline.AskAsync<string>("select state from notifications"));
    }

    [Fact]
    public async Task A_receipt_tells_of_a_message_in_doubt_that_it_was_sent()
    {
        await using var hotline = await TestHotline.StartAsync();
        await SentAsync(hotline);
        await hotline.StopAsync();
        await using var other = await TestHotline.StartAsync($"--Hotline:DataDirectory={hotline.Folder}");
        await other.ExecuteAsync("update notifications set state = 'UNKNOWN', message_sid = null, due_at = '2999-01-01T00:00:00.000000Z'");
        var id = await other.AskAsync<string>("select id from notifications");

        Assert.Equal(HttpStatusCode.OK, await PostAsync(other, Sample("76"), $"/voice/messages/status?ref={id}"));

        Assert.Equal("SENT", await other.AskAsync<string>("select state from notifications"));
        Assert.Equal(Sid, await other.AskAsync<string>("select message_sid from notifications"));
    }

    [Fact]
    public async Task A_receipt_without_the_carriers_signature_or_with_a_field_twice_is_refused()
    {
        await using var hotline = await TestHotline.StartAsync();
        await SentAsync(hotline);

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(hotline, Sample("77"), "/voice/messages/status", "another-token"));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await PostAsync(hotline, [.. Sample("76"), new("MessageStatus", "delivered")], "/voice/messages/status")
        );

        Assert.Equal("SENT", await hotline.AskAsync<string>("select state from notifications"));
    }

    /// <summary>A message that the carrier knows under the name of the samples.</summary>
    private static async Task SentAsync(TestHotline hotline)
    {
        await hotline.TellAsync(1);
        await hotline.UntilAsync("SENT");
        await hotline.ExecuteAsync($"update notifications set message_sid = '{Sid}'");
    }

    private static List<KeyValuePair<string, string>> Sample(string number)
    {
        var file = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Messages", "samples"), $"{number}-*.json").Single();
        return
        [
            .. JsonDocument
                .Parse(File.ReadAllText(file))
                .RootElement.GetProperty("form")
                .EnumerateArray()
                .Select(pair => new KeyValuePair<string, string>(pair[0].GetString()!, pair[1].GetString()!)),
        ];
    }

    private static async Task<HttpStatusCode> PostAsync(
        TestHotline hotline,
        List<KeyValuePair<string, string>> form,
        string path,
        string token = Token
    )
    {
        var url = new Uri(hotline.Address, path);
        var signed = form.GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => string.Join(',', group.Select(pair => pair.Value)));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", Signature(url, signed, token));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Signature(Uri url, Dictionary<string, string> form, string token)
    {
        var text =
            url.AbsoluteUri + string.Concat(form.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + pair.Value));
#pragma warning disable CA5350 // Twilio signs so.
        var hash = System.Security.Cryptography.HMACSHA1.HashData(
            System.Text.Encoding.UTF8.GetBytes(token),
            System.Text.Encoding.UTF8.GetBytes(text)
        );
#pragma warning restore CA5350
        return Convert.ToBase64String(hash);
    }
}

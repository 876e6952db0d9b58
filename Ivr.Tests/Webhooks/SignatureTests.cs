using System.Net;
using Ivr.Data.Connections;
using Ivr.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Webhooks;

public sealed class SignatureTests
{
    private const string Public = "https://hotline.example.com";
    private const string Override = $"--Twilio:RequestValidation:BaseUrlOverride={Public}";

    private static readonly string[] Paths =
    [
        "/voice/incoming",
        "/voice/turns/1",
        "/voice/turns/1/wait",
        "/voice/status",
        "/voice/fallback",
    ];

    [Fact]
    public async Task Whoever_did_not_sign_is_refused_without_a_word_and_without_the_database()
    {
        await using var hotline = await TestHotline.StartAsync(CountingDialect.Add);
        using var twilio = new TwilioSide(hotline);
        (await twilio.DialAsync()).IsTwiml();
        var opened = Opened(hotline);

        foreach (var path in Paths)
        {
            var form = twilio.Form(("Digits", "1"));
            var right = twilio.Sign(path, form);
            var url = $"{hotline.Address.GetLeftPart(UriPartial.Authority)}{path}";
            string?[] wrong =
            [
                null,
                "",
                " ",
                "x",
                right[..^1],
                right.ToLowerInvariant(),
                $"{right}, {right}",
                Convert.ToBase64String(new byte[20]),
                TwilioSide.Sign("another-token", url, form),
                TwilioSide.Sign("", url, form),
                TwilioSide.Sign(TwilioSide.TestToken, url, []),
                TwilioSide.Sign(TwilioSide.TestToken, url, twilio.Form(("Digits", "2"))),
                TwilioSide.Sign(TwilioSide.TestToken, url, twilio.Form(("digits", "1"))),
                TwilioSide.Sign(TwilioSide.TestToken, url, twilio.Form(("Digits", "1"), ("FromCity", null))),
                TwilioSide.Sign(TwilioSide.TestToken, $"{url}/", form),
                TwilioSide.Sign(TwilioSide.TestToken, $"{url}?turn=1", form),
                TwilioSide.Sign(TwilioSide.TestToken, url.Replace("voice", "Voice", StringComparison.Ordinal), form),
                TwilioSide.Sign(TwilioSide.TestToken, url.Replace("http:", "https:", StringComparison.Ordinal), form),
            ];
            foreach (var signature in wrong)
            {
                var request = TwilioSide.Post(path, TwilioSide.Encode(form), signature);
                (await twilio.SendAsync(request)).IsEmpty(HttpStatusCode.Forbidden);
            }
        }

        Assert.Equal(opened, Opened(hotline));
        Assert.DoesNotContain(hotline.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        (await twilio.PressAsync(1, "1")).IsTwiml();
        Assert.True(Opened(hotline) > opened, "A signed webhook opens the database: the counter counts.");
    }

    [Theory]
    [InlineData("/voice/turns/1?a=1&b=2", "/voice/turns/1?b=2&a=1")]
    [InlineData("/voice/turns/1?a=1", "/voice/turns/1?a=2")]
    [InlineData("/voice/turns/1?a=1", "/voice/turns/1")]
    [InlineData("/voice/turns/1", "/voice/turns/1?")]
    [InlineData("/voice/turns/1", "/voice/turns/01")]
    [InlineData("/voice/turns/1", "/voice/turns/1/")]
    public async Task A_signature_belongs_to_one_address(string promised, string called)
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        await twilio.DialAsync();
        var form = twilio.Form(("Digits", "1"));

        var request = TwilioSide.Post(called, TwilioSide.Encode(form), twilio.Sign(promised, form));

        (await twilio.SendAsync(request)).IsEmpty(HttpStatusCode.Forbidden);
        (await twilio.SendAsync(promised, ("Digits", "1"))).IsTwiml();
    }

    [Fact]
    public async Task The_order_of_the_fields_does_not_matter()
    {
        await using var hotline = await TestHotline.StartAsync();
        using var twilio = new TwilioSide(hotline);
        var form = twilio.Form(("CallStatus", "ringing"), ("a", "small sorts last"), ("SipHeader_X-Branch", " untrimmed "));

        var request = TwilioSide.Post(
            "/voice/incoming",
            TwilioSide.Encode(form.AsEnumerable().Reverse()),
            twilio.Sign("/voice/incoming", form)
        );

        (await twilio.SendAsync(request)).IsTwiml();
    }

    [Fact]
    public async Task What_a_proxy_says_of_the_request_changes_no_verdict()
    {
        await using var hotline = await TestHotline.StartAsync(Override);
        (string Name, string Value)[] headers =
        [
            ("X-Forwarded-Host", "evil.example.com"),
            ("X-Forwarded-Proto", "http"),
            ("X-Forwarded-For", "127.0.0.1"),
            ("X-Forwarded-Prefix", "/evil"),
            ("Forwarded", "for=127.0.0.1;host=evil.example.com;proto=http"),
            ("Host", "evil.example.com"),
            ("X-Original-URL", "/health/live"),
            ("X-HTTP-Method-Override", "GET"),
        ];
        for (var mask = 0; mask < 1 << headers.Length; mask++)
        {
            using var twilio = new TwilioSide(hotline) { PublicUrl = Public };
            var some = headers.Where((_, at) => (mask & (1 << at)) != 0).ToList();
            void Lie(HttpRequestMessage request) =>
                some.ForEach(header => request.Headers.TryAddWithoutValidation(header.Name, header.Value));
            var signed = await twilio.SendAsync("/voice/status", Lie, ("CallStatus", "in-progress"));
            var forged = await twilio.SendAsync(
                "/voice/status",
                request =>
                {
                    Lie(request);
                    request.Headers.Remove("X-Twilio-Signature");
                    request.Headers.Add("X-Twilio-Signature", TwilioSide.Sign("another", $"{Public}/voice/status", twilio.Form()));
                }
            );

            signed.IsTwiml();
            forged.IsEmpty(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("https://hotline.example.com", "https://hotline.example.com", true)]
    [InlineData("https://hotline.example.com/", "https://hotline.example.com", true)]
    [InlineData("https://hotline.example.com", "https://hotline.example.com:443", true)]
    [InlineData("https://example.com/wallet/ivr", "https://example.com/wallet/ivr", true)]
    [InlineData("https://example.com/wallet/ivr", "https://example.com", false)]
    [InlineData("https://hotline.example.com", "https://hotline.example.com/wallet", false)]
    [InlineData("https://hotline.example.com", "http://hotline.example.com", false)]
    [InlineData("https://hotline.example.com", "https://other.example.com", false)]
    [InlineData("https://hotline.example.com", null, false)]
    public async Task The_configured_address_is_the_one_that_must_be_signed(string configured, string? publicUrl, bool holds)
    {
        await using var hotline = await TestHotline.StartAsync($"--Twilio:RequestValidation:BaseUrlOverride={configured}");
        using var twilio = new TwilioSide(hotline) { PublicUrl = publicUrl };

        var answer = await twilio.DialAsync();

        Assert.Equal(holds ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task A_caller_on_this_machine_is_not_let_in_unsigned_whatever_is_configured()
    {
        await using var hotline = await TestHotline.StartAsync("--Twilio:RequestValidation:AllowLocal=true");
        using var scope = hotline.Services.CreateScope();
        var options =
            scope.ServiceProvider.GetRequiredService<Microsoft.Extensions.Options.IOptionsSnapshot<global::Twilio.AspNet.Core.TwilioRequestValidationOptions>>();
        using var twilio = new TwilioSide(hotline) { Token = "another" };

        Assert.NotEqual(true, options.Value.AllowLocal);
        (await twilio.DialAsync()).IsEmpty(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Where_the_signature_cannot_be_checked_it_does_not_hold()
    {
        await using var hotline = await TestHotline.StartAsync("--Twilio:AuthToken=");
        using var twilio = new TwilioSide(hotline) { Token = "" };

        (await twilio.DialAsync()).IsEmpty(HttpStatusCode.Forbidden);
    }

    private static int Opened(TestHotline hotline) => ((CountingDialect)hotline.Services.GetRequiredService<Dialect>()).Opened;
}

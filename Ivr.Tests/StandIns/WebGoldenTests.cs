using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace Ivr.Tests.StandIns;

public class WebGoldenTests
{
    private const string Usings = """
        using System;
        using System.Linq;
        using System.Net;
        using System.Text;
        using System.Threading.Tasks;
        using System.Xml.Linq;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.HttpOverrides;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        using Twilio.AspNet.Core;
        using Twilio.TwiML;
        """;

    [StandInFact("Twilio", "Twilio.AspNet.Core")]
    public async Task The_stand_in_guards_and_answers_requests_as_Twilios_package_for_web_hosts_does()
    {
        var cases = new GoldenFile("aspnet.json").Cases.Where(IsRunnable).ToList();
        var snippets = new Snippets(cases.ToDictionary(Name, Source), prelude: "");
        var golden = new Golden();
        foreach (var one in cases)
        {
            if (snippets.Find(Name(one)) is { } run)
            {
                var app = run.CreateDelegate<Action<WebApplicationBuilder, Func<WebApplication>>>();
                golden.Compare(one, GoldenWebHost.Comparable(one), await GoldenWebHost.AskAsync(app, one));
            }
        }

        golden.Holds(atLeast: 66);
    }

    /// <summary>Not those of the client (no request), of controllers (the stand-in has none), or of another server.</summary>
    private static bool IsRunnable(JsonObject golden) =>
        golden["request"] is not null
        && golden["server"] is null
        && !((string)golden["services"]!).Contains("AddControllers", StringComparison.Ordinal);

    private static string Name(JsonObject golden) => $"Case_{golden["name"]}";

    private static string Source(JsonObject golden) =>
        $$"""
            {{Usings}}
            public static class {{Name(golden)}}
            {
                public static void Run(WebApplicationBuilder b, Func<WebApplication> build)
                {
                    {{golden["services"]}};
                    var a = build();
                    {{golden["app"]}};
                }
            }
            """;
}

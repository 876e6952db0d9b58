using System.Text.Json.Nodes;
using Twilio.Clients;
using Twilio.Exceptions;

namespace Ivr.Tests.StandIns;

public class RestGoldenTests
{
    [StandInFact("Twilio")]
    public void The_stand_in_asks_Twilio_and_reads_its_answers_as_Twilios_package_does()
    {
        var file = new GoldenFile("rest.json");
        var snippets = new Snippets(file.Cases.ToDictionary(Name, golden => Source(file, golden)), file.EmptyNamespaces);
        var golden = new Golden();
        foreach (var one in file.Cases.Where(IsComparable))
        {
            if (snippets.Find(Name(one)) is { } run)
            {
                var stub = new StubHttp(one["replies"]?.AsArray());
                var answer = Answer(run.CreateDelegate<Func<ITwilioRestClient, object?>>(), stub, one["throws"]);
                golden.Compare(one, $"{Expected(one)}\n{StubHttp.Comparable(one["requests"])}", $"{answer}\n{stub.Requests}");
            }
        }

        golden.Holds(atLeast: 25);
    }

    private static string Name(JsonObject golden) => $"Case_{golden["name"]}";

    /// <summary>Times were read where the local time is UTC, and the real package gives them in local time.</summary>
    private static bool IsComparable(JsonObject golden) =>
        !$"{golden["value"]}".Contains("+00:00", StringComparison.Ordinal) || TimeZoneInfo.Local.BaseUtcOffset == TimeSpan.Zero;

    private static string Source(GoldenFile file, JsonObject golden) =>
        $$"""
            {{file.Usings}}
            using Ivr.Tests.StandIns;
            public static class {{Name(golden)}}
            {
                public static object Run(ITwilioRestClient c) {{(
                (string)golden["form"]! == "block" ? $"{{ {golden["csharp"]} }}" : $"=> {golden["csharp"]};"
            )}}
            }
            """;

    private static string Answer(Func<ITwilioRestClient, object?> run, StubHttp stub, JsonNode? thrown)
    {
        try
        {
            return $"{run(new TwilioRestClient("AC0123", "tok", httpClient: stub))}";
        }
        catch (ApiException exception)
        {
            var details = string.Join(", ", exception.Details?.Select(one => $"{one.Key}={one.Value}") ?? []);
            return $"{Golden.Thrown(exception, thrown)} {exception.Code} {exception.Status} {exception.MoreInfo} {details}";
        }
        catch (Exception exception)
        {
            return Golden.Thrown(exception, thrown);
        }
    }

    private static string Expected(JsonObject golden) =>
        golden["throws"] switch
        {
            null => $"{golden["value"]}",
            { } thrown when thrown["code"] is null => Golden.Thrown(thrown),
            { } thrown => $"{Golden.Thrown(thrown)} {thrown["code"]} {thrown["status"]} {thrown["moreInfo"]} {thrown["details"]}",
        };
}

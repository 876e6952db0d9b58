using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Ivr.Tests.StandIns;

public class TwimlGoldenTests
{
    [StandInFact("Twilio")]
    public void The_stand_in_writes_the_TwiML_that_Twilios_package_writes()
    {
        var file = new GoldenFile("twiml.json");
        var snippets = new Snippets(file.Cases.ToDictionary(Name, golden => Source(file, golden)), prelude: "");
        var golden = new Golden();
        foreach (var one in file.Cases)
        {
            if (snippets.Find(Name(one)) is { } run)
            {
                golden.Compare(one, Expected(one), Answer(run.CreateDelegate<Func<object?>>(), one));
            }
        }

        golden.Holds(atLeast: 110);
    }

    private static string Name(JsonObject golden) => $"Case_{golden["name"]}";

    private static string Source(GoldenFile file, JsonObject golden) =>
        $$"""
            {{file.Usings}}
            public static class {{Name(golden)}}
            {
                public static object Run() {{(
                (string)golden["form"]! == "block" ? $"{{ {golden["csharp"]} }}" : $"=> {golden["csharp"]};"
            )}}
            }
            """;

    private static string Expected(JsonObject golden) =>
        golden["throws"] is { } thrown ? $"{thrown["at"]} {Golden.Thrown(thrown)}"
        : golden["xml"] is { } xml ? $"{xml["default"]}\n{xml["disableFormatting"]}"
        : $"{golden["value"]}";

    private static string Answer(Func<object?> run, JsonObject golden)
    {
        var at = "build";
        try
        {
            var value = run();
            at = "toString";
            return value switch
            {
                Twilio.TwiML.TwiML twiml => $"{Lines(twiml.ToString())}\n{twiml.ToString(SaveOptions.DisableFormatting)}",
                bool flag => flag ? "true" : "false",
                _ => Lines($"{value}"),
            };
        }
        catch (Exception exception)
        {
            return $"{at} {Golden.Thrown(exception, golden["throws"])}";
        }
    }

    /// <summary>New lines as the files have them: the real writer takes those of the machine.</summary>
    private static string Lines(string text) => text.Replace(Environment.NewLine, "\n");
}

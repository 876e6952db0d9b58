using System.Collections.Specialized;
using System.Text.Json.Nodes;
using Twilio.Security;

namespace Ivr.Tests.StandIns;

public class SignatureGoldenTests
{
    [StandInFact("Twilio")]
    public void The_stand_in_accepts_and_refuses_the_signatures_that_Twilios_package_does()
    {
        var golden = new Golden();
        foreach (var one in new GoldenFile("signature.json").Cases.Where(one => !IsAccident(one)))
        {
            var thrown = one["throws"];
            string answer;
            try
            {
                answer = Answer(one) ? "true" : "false";
            }
            catch (Exception exception)
            {
                answer = Golden.Thrown(exception, thrown);
            }

            golden.Compare(one, thrown is null ? $"{one["valid"]}" : Golden.Thrown(thrown), answer);
        }

        golden.Holds(atLeast: 106);
    }

    /// <summary>The file itself calls these no contract.</summary>
    private static bool IsAccident(JsonObject golden) =>
        (string?)golden["throws"]?["type"] is "System.NullReferenceException" or "System.IndexOutOfRangeException"
        || (string)golden["name"]! == "relative_url_wrong_signature";

    private static bool Answer(JsonObject golden)
    {
        if ((string)golden["mode"]! == "validateBody")
        {
            return RequestValidator.ValidateBody((string?)golden["body"], (string?)golden["bodySHA256"]);
        }

        var validator = new RequestValidator((string?)golden["authToken"]);
        var url = (string?)golden["url"];
        var signature = (string?)golden["signature"];
        return (string)golden["mode"]! switch
        {
            "body" => validator.Validate(url, (string?)golden["body"], signature),
            "nameValueCollection" => validator.Validate(url, Collection(golden["params"]), signature),
            _ => validator.Validate(url, Dictionary(golden["params"]), signature),
        };
    }

    private static Dictionary<string, string>? Dictionary(JsonNode? pairs)
    {
        if (pairs is null)
        {
            return null;
        }

        var dictionary = new Dictionary<string, string>();
        foreach (var pair in pairs.AsArray())
        {
            dictionary[(string)pair![0]!] = (string)pair[1]!;
        }

        return dictionary;
    }

    private static NameValueCollection Collection(JsonNode? pairs)
    {
        var collection = new NameValueCollection();
        foreach (var pair in pairs!.AsArray())
        {
            collection.Add((string?)pair![0], (string?)pair[1]);
        }

        return collection;
    }
}

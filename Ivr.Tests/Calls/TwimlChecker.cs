using System.Text;
using System.Xml.Linq;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>Holds every answer of the hotline to what Twilio accepts: verbs, attributes, nesting, sizes.</summary>
public static class TwimlChecker
{
    private const int LargestBody = 64 * 1024;
    private const int LongestSay = 450;

    private static readonly Dictionary<string, string> Attributes = new(StringComparer.Ordinal)
    {
        ["Response"] = "",
        ["Say"] = "voice language loop",
        ["prosody"] = "rate",
        ["break"] = "time",
        ["Play"] = "loop digits",
        ["Pause"] = "length",
        ["Hangup"] = "",
        ["Leave"] = "",
        ["Record"] =
            "action method timeout finishOnKey maxLength playBeep trim recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent",
        ["Redirect"] = "method",
        ["Gather"] = "input action method timeout speechTimeout profanityFilter finishOnKey numDigits language hints actionOnEmptyResult",
        ["Enqueue"] = "action method waitUrl waitUrlMethod workflowSid",
        ["Task"] = "priority timeout",
        ["Dial"] = "action method timeout timeLimit callerId",
        ["Number"] = "url method",
        ["Sip"] = "url method",
        ["Client"] = "url method",
        ["Identity"] = "",
        ["Parameter"] = "name value",
    };

    private static readonly Dictionary<string, string> Children = new(StringComparer.Ordinal)
    {
        ["Response"] = "Say Play Pause Hangup Leave Redirect Gather Enqueue Dial Record",
        ["Say"] = "prosody break",
        ["Gather"] = "Say Play Pause",
        ["Enqueue"] = "Task",
        ["Dial"] = "Number Sip Client",
        ["Client"] = "Identity Parameter",
    };

    /// <summary>Every address is relative and says nothing of the caller.</summary>
    private static readonly Dictionary<string, string> Addresses = new(StringComparer.Ordinal)
    {
        ["action"] = "^/voice/(turns/[0-9]+(/queue-key)?|whispers/[0-9a-f]{32}/key)$",
        ["waitUrl"] = "^/voice/turns/[0-9]+/wait$",
        ["url"] = "^/voice/whispers/[0-9a-f]{32}$",
        ["recordingStatusCallback"] = "^/voice/messages$",
    };

    public static void Check(Answered answered)
    {
        Assert.True(Encoding.UTF8.GetByteCount(answered.Twiml) <= LargestBody, $"{answered.Path} answers more than 64 kB.");
        var root = XDocument.Parse(answered.Twiml).Root!;
        Assert.Equal("Response", root.Name.LocalName);
        foreach (var element in root.DescendantsAndSelf())
        {
            Check(element);
        }
    }

    private static void Check(XElement element)
    {
        var name = element.Name.LocalName;
        Assert.True(Attributes.TryGetValue(name, out var attributes), $"{name} is no verb that the hotline uses.");
        Assert.All(element.Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, attributes!.Split(' ')));
        Assert.All(element.Elements(), child => Assert.Contains(child.Name.LocalName, Children.GetValueOrDefault(name, "").Split(' ')));
        if (name == "Say")
        {
            Assert.False(string.IsNullOrWhiteSpace(element.Value), "A Say says nothing.");
            Assert.True(element.Value.Length <= LongestSay, $"A Say has {element.Value.Length} characters.");
            Assert.DoesNotContain('{', element.Value);
        }

        if (name is "Dial")
        {
            Assert.InRange((int)element.Attribute("timeLimit")!, 60, 14400);
        }

        foreach (var attribute in element.Attributes().Where(attribute => Addresses.ContainsKey(attribute.Name.LocalName)))
        {
            Assert.Matches(Addresses[attribute.Name.LocalName], attribute.Value);
        }
    }
}

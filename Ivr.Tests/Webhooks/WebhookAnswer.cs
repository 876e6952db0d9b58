using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ivr.Tests.Calls;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Webhooks;

/// <summary>What the hotline answered a webhook, held to the contract by the word that expects it.</summary>
internal sealed record WebhookAnswer(HttpStatusCode Status, string ContentType, string Body)
{
    /// <summary>The turn that the document asks for next; null where it asks for none.</summary>
    public int? NextTurn =>
        Regex.Match(Body, "/voice/turns/([0-9]+)\"") is { Success: true } at
            ? int.Parse(at.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    public bool ReachesAPerson => Body.Contains("<Enqueue", StringComparison.Ordinal) || Body.Contains("<Dial", StringComparison.Ordinal);

    public bool HangsUp => Body.Contains("<Hangup", StringComparison.Ordinal);

    /// <summary>A document that Twilio can play.</summary>
    public WebhookAnswer IsTwiml()
    {
        Assert.Equal(HttpStatusCode.OK, Status);
        Assert.Equal("text/xml; charset=utf-8", ContentType);
        TwimlChecker.Check(new Answered("", Body));
        return this;
    }

    /// <summary>Refused without a word.</summary>
    public WebhookAnswer IsEmpty(HttpStatusCode status)
    {
        Assert.Equal((status, ""), (Status, Body));
        return this;
    }

    public WebhookAnswer Says(string words)
    {
        Assert.Contains(words, Body, StringComparison.Ordinal);
        return this;
    }

    public IEnumerable<XElement> Verbs => XDocument.Parse(Body).Root!.Elements();

    public IEnumerable<XElement> All(string verb) => XDocument.Parse(Body).Descendants(verb);
}

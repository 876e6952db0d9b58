using System.Xml.Linq;

namespace Ivr.Web.Telephone;

/// <summary>A document being played: where it came from, and the verbs that are still to come.</summary>
public sealed class TwimlDocument(Uri url, XElement response)
{
    private readonly Queue<XElement> verbs = new(response.Elements());

    public XElement? Next() => verbs.TryDequeue(out var verb) ? verb : null;

    /// <summary>An address as this document means it: relative to itself, and empty for itself. What stands behind <c>#</c> is Twilio's own.</summary>
    public Uri Follow(string address) => new UriBuilder(new Uri(url, address.Trim())) { Fragment = "" }.Uri;
}

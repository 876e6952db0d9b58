using Ivr.Flows.Calls;

namespace Ivr.Web.Numbers;

/// <summary>What may stand for the hotline's address at Twilio, and what Twilio could not call.</summary>
public static class HotlineAddress
{
    public static readonly IReadOnlyList<string> Edges =
    [
        "ashburn",
        "dublin",
        "frankfurt",
        "sao-paulo",
        "singapore",
        "sydney",
        "tokyo",
        "umatilla",
    ];

    /// <param name="rehearses">Another host than Twilio's is asked, so that all of it may be on this machine.</param>
    /// <returns>A sentence; null where the address is good.</returns>
    public static string? Complaint(string? address, bool rehearses) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")
            ? "The address must be whole, such as --url https://hotline.example.com."
        : url.AbsolutePath != "/" || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0
            ? "The address is scheme and host only, such as --url https://hotline.example.com: what follows is put there by this command."
        : url.Host.Contains('_', StringComparison.Ordinal)
            ? "Twilio calls no host with an underscore in its name: give the host another name."
        : rehearses && url.IsLoopback ? null
        : url.Scheme != "https" ? "Twilio is to call over https only: what callers key would go unencrypted, and redirects lose it."
        : url.IsLoopback ? "Twilio cannot reach this machine by that name: give the address that the internet knows."
        : null;

    public static bool IsNumber(string number) => CallerNumber.From(number, null) is not null;
}

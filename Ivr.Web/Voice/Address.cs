namespace Ivr.Web.Voice;

/// <summary>The addresses that TwiML sends Twilio to: relative, with the turn and nothing about the caller.</summary>
public static class Address
{
    public static readonly Uri Incoming = Relative("/voice/incoming");
    public static readonly Uri Fallback = Relative("/voice/fallback");

    public static Uri Turn(int turn) => Relative(FormattableString.Invariant($"/voice/turns/{turn}"));

    public static Uri Wait(int turn) => Relative(FormattableString.Invariant($"/voice/turns/{turn}/wait"));

    public static Uri Recording(string path) => Relative($"/prompts/{path}");

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}

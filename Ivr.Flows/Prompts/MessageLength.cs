namespace Ivr.Flows.Prompts;

/// <summary>How long a short message is, as networks count.</summary>
public static class MessageLength
{
    private const int Gsm = 160;
    private const int GsmJoined = 153;
    private const int Wide = 70;
    private const int WideJoined = 67;

    /// <summary>The letters of GSM 03.38; a text with any other takes twice the room.</summary>
    private const string GsmLetters =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>These count twice.</summary>
    private const string GsmEscaped = "^{}\\[~]|€";

    /// <summary>How many messages a text is cut into.</summary>
    public static int Segments(string text) =>
        text.All(letter => GsmLetters.Contains(letter, StringComparison.Ordinal) || GsmEscaped.Contains(letter, StringComparison.Ordinal))
            ? Segments(text.Length + text.Count(letter => GsmEscaped.Contains(letter, StringComparison.Ordinal)), Gsm, GsmJoined)
            : Segments(text.Length, Wide, WideJoined);

    private static int Segments(int length, int alone, int joined) => length <= alone ? 1 : (length + joined - 1) / joined;
}

using System.Security.Cryptography;
using System.Text;

namespace Ivr.Data.Messages;

/// <summary>
/// A keyed hash of a text as it left: by it a message is found again at the carrier, although its words are not kept. Without the key nobody can
/// try out which code was in it.
/// </summary>
public sealed class MessageMarker(byte[] pepper)
{
    public string Of(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(pepper, Encoding.UTF8.GetBytes($"message {text.Trim()}")));
}

using System.Buffers.Binary;

namespace Ivr.Tests.Databases.Tds;

/// <summary>What a client sends in one go, put together from its packets.</summary>
internal sealed record TdsMessage(TdsMessageKind Kind, byte[] Body)
{
    private const int HeaderLength = 8;
    private const byte LastPacket = 1;

    /// <summary>No client asks for smaller packets.</summary>
    private const int LongestPacket = 4096;

    private const byte Answer = 4;

    /// <summary>Null where the client is gone.</summary>
    public static async Task<TdsMessage?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        var header = new byte[HeaderLength];
        do
        {
            if (await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken) < HeaderLength)
            {
                return null;
            }

            var packet = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderLength];
            await stream.ReadExactlyAsync(packet, cancellationToken);
            body.Write(packet);
        } while ((header[1] & LastPacket) == 0);

        return new TdsMessage((TdsMessageKind)header[0], body.ToArray());
    }

    /// <summary>Sends tokens back.</summary>
    public static async Task AnswerAsync(Stream stream, ReadOnlyMemory<byte> tokens, CancellationToken cancellationToken)
    {
        for (byte number = 1; ; number++)
        {
            var part = tokens[..Math.Min(tokens.Length, LongestPacket - HeaderLength)];
            tokens = tokens[part.Length..];
            var packet = new byte[HeaderLength + part.Length];
            packet[0] = Answer;
            packet[1] = tokens.IsEmpty ? LastPacket : (byte)0;
            BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
            packet[6] = number;
            part.CopyTo(packet.AsMemory(HeaderLength));
            await stream.WriteAsync(packet, cancellationToken);
            if (tokens.IsEmpty)
            {
                return;
            }
        }
    }
}

/// <summary>What a message is, by the number in front of it.</summary>
internal enum TdsMessageKind
{
    Batch = 1,
    Call = 3,
    Attention = 6,
    Transaction = 14,
    Login = 16,
    PreLogin = 18,
}

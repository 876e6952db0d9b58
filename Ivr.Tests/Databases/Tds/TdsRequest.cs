using System.Text;

namespace Ivr.Tests.Databases.Tds;

/// <summary>What a client asks for.</summary>
internal abstract record TdsRequest
{
    private const ushort Numbered = 0xFFFF;
    private const ushort ExecuteSql = 10;
    private const ushort BeginsTransaction = 5;
    private const ushort Commits = 7;
    private const uint NoText = 0xFFFF;

    /// <summary>To run SQL with its parameters, by their names with the @.</summary>
    public sealed record Run(string Sql, IReadOnlyDictionary<string, object?> Parameters) : TdsRequest;

    /// <param name="Isolation">As the protocol counts the levels: 2 is read committed.</param>
    public sealed record Begin(byte Isolation) : TdsRequest;

    public sealed record Commit : TdsRequest;

    public sealed record Rollback : TdsRequest;

    public static TdsRequest Read(TdsMessage message)
    {
        var reader = new BinaryReader(new MemoryStream(message.Body), Encoding.Unicode);
        reader.BaseStream.Position = reader.ReadUInt32();
        return message.Kind switch
        {
            TdsMessageKind.Batch => new Run(Text(reader, message.Body.Length - (int)reader.BaseStream.Position), NoParameters),
            TdsMessageKind.Call => ReadCall(reader),
            _ => ReadTransaction(reader),
        };
    }

    private static Dictionary<string, object?> NoParameters => new(StringComparer.Ordinal);

    private static Run ReadCall(BinaryReader reader)
    {
        var length = reader.ReadUInt16();
        var name = length == Numbered ? $"#{reader.ReadUInt16()}" : Text(reader, 2 * length);
        reader.ReadUInt16();
        var parameters = new List<(string Name, object? Value)>();
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var parameter = Text(reader, 2 * reader.ReadByte());
            reader.ReadByte();
            parameters.Add((parameter, ReadValue(reader)));
        }

        // The first is the SQL, the second declares the others.
        return name == $"#{ExecuteSql}"
            ? new Run((string)parameters[0].Value!, parameters.Skip(2).ToDictionary(StringComparer.Ordinal))
            : new Run($"exec {name}", parameters.ToDictionary(StringComparer.Ordinal));
    }

    private static TdsRequest ReadTransaction(BinaryReader reader) =>
        reader.ReadUInt16() switch
        {
            BeginsTransaction => new Begin(reader.ReadByte()),
            Commits => new Commit(),
            _ => new Rollback(),
        };

    private static object? ReadValue(BinaryReader reader)
    {
        switch (reader.ReadByte())
        {
            case TdsType.Integer:
                reader.ReadByte();
                return ReadInteger(reader, reader.ReadByte());
            case TdsType.Float:
                reader.ReadByte();
                return reader.ReadByte() == 0 ? null : reader.ReadDouble();
            case TdsType.Bit:
                reader.ReadByte();
                return reader.ReadByte() == 0 ? null : reader.ReadByte() != 0;
            case TdsType.Moment:
                return ReadMoment(reader, reader.ReadByte(), reader.ReadByte());
            case TdsType.Text:
                var longest = reader.ReadUInt16();
                reader.ReadBytes(TdsType.Collation.Length);
                return longest == NoText ? ReadLongText(reader) : ReadText(reader, reader.ReadUInt16());
            case var other:
                throw new NotSupportedException($"A parameter of type {other:x2}.");
        }
    }

    private static object? ReadInteger(BinaryReader reader, byte length) =>
        length switch
        {
            0 => null,
            1 => reader.ReadByte(),
            2 => reader.ReadInt16(),
            4 => reader.ReadInt32(),
            _ => reader.ReadInt64(),
        };

    private static DateTime? ReadMoment(BinaryReader reader, byte scale, byte length)
    {
        if (length == 0)
        {
            return null;
        }

        var time = Little(reader.ReadBytes(length - 3));
        var ticks = time * (long)Math.Pow(10, 7 - scale);
        return DateTime.MinValue.AddDays(Little(reader.ReadBytes(3))).AddTicks(ticks);
    }

    private static long Little(byte[] bytes) => bytes.Reverse().Aggregate(0L, (sum, next) => (sum << 8) + next);

    private static string? ReadText(BinaryReader reader, ushort length) => length == NoText ? null : Text(reader, length);

    private static string? ReadLongText(BinaryReader reader)
    {
        if (reader.ReadUInt64() == ulong.MaxValue)
        {
            return null;
        }

        var text = new StringBuilder();
        for (var length = reader.ReadInt32(); length > 0; length = reader.ReadInt32())
        {
            text.Append(Text(reader, length));
        }

        return text.ToString();
    }

    private static string Text(BinaryReader reader, int bytes) => Encoding.Unicode.GetString(reader.ReadBytes(bytes));
}

using System.Text;

namespace Ivr.Tests.Databases.Tds;

/// <summary>Numbers of types, as they stand in front of values.</summary>
internal static class TdsType
{
    public const byte Integer = 0x26;
    public const byte Float = 0x6D;
    public const byte Bit = 0x68;
    public const byte Moment = 0x2A;
    public const byte Text = 0xE7;

    /// <summary>Latin, as a server has it that nobody asked; Unicode text is not touched by it.</summary>
    public static readonly byte[] Collation = [0x09, 0x04, 0xD0, 0x00, 0x34];
}

/// <summary>The tokens of an answer.</summary>
internal sealed class TdsReply
{
    private const byte Acknowledged = 0xAD;
    private const byte Changed = 0xE3;
    private const byte Done = 0xFD;
    private const byte Failed = 0xAA;
    private const byte Columns = 0x81;
    private const byte Row = 0xD1;

    private const ushort WithError = 0x02;
    private const ushort WithCount = 0x10;
    private const ushort AnswersAttention = 0x20;

    private const ushort Select = 0xC1;
    private const ushort Write = 0xC3;

    private static readonly byte[] Descriptor = [1, 0, 0, 0, 0, 0, 0, 0];

    private readonly MemoryStream bytes = new();
    private readonly BinaryWriter writer;

    public TdsReply() => writer = new BinaryWriter(bytes, Encoding.Unicode);

    public ReadOnlyMemory<byte> Bytes => bytes.ToArray();

    /// <summary>A server of 2019 that speaks without encryption.</summary>
    public static ReadOnlyMemory<byte> PreLogin => new byte[] { 0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 15, 0, 7, 0xD0, 0, 0, 2 };

    public static TdsReply LoggedIn(string database)
    {
        var reply = new TdsReply();
        reply.Change(1, Short(database), Short(""));
        reply.Change(7, [(byte)TdsType.Collation.Length, .. TdsType.Collation], [0]);
        reply.Change(4, Short("4096"), Short("4096"));
        reply.Token(Acknowledged, [1, 0x74, 0, 0, 4, .. Short("Responder"), 15, 0, 7, 0xD0]);
        reply.End(0, 0, 0);
        return reply;
    }

    public static TdsReply Begun() => Changing(8, [(byte)Descriptor.Length, .. Descriptor], [0]);

    public static TdsReply Committed() => Changing(9, [0], [(byte)Descriptor.Length, .. Descriptor]);

    public static TdsReply RolledBack() => Changing(10, [0], [(byte)Descriptor.Length, .. Descriptor]);

    public static TdsReply Interrupted()
    {
        var reply = new TdsReply();
        reply.End(AnswersAttention, 0, 0);
        return reply;
    }

    /// <param name="endsTransaction">As the victim of a deadlock finds it.</param>
    public static TdsReply Error(int number, byte level, string words, bool endsTransaction)
    {
        var reply = endsTransaction ? Changing(10, [0], [(byte)Descriptor.Length, .. Descriptor], isLast: false) : new TdsReply();
        reply.Token(
            Failed,
            [
                .. BitConverter.GetBytes(number),
                1,
                level,
                .. BitConverter.GetBytes((ushort)words.Length),
                .. Encoding.Unicode.GetBytes(words),
                .. Short("responder"),
                .. Short(""),
                .. BitConverter.GetBytes(1),
            ]
        );
        reply.End(WithError, Select, 0);
        return reply;
    }

    /// <summary>A column is of numbers where all its values are, and else of text.</summary>
    public static TdsReply Rows(IReadOnlyList<string> names, IReadOnlyList<object?[]> rows)
    {
        var reply = new TdsReply();
        var areNumbers = names.Select((_, at) => rows.All(row => row[at] is null or long)).ToList();
        reply.writer.Write(Columns);
        reply.writer.Write((ushort)names.Count);
        foreach (var (name, isNumber) in names.Zip(areNumbers))
        {
            reply.writer.Write(0);
            reply.writer.Write((ushort)1);
            reply.writer.Write(isNumber ? [TdsType.Integer, 8] : [TdsType.Text, 0xFF, 0xFF, .. TdsType.Collation]);
            reply.writer.Write(Short(name));
        }

        foreach (var row in rows)
        {
            reply.writer.Write(Row);
            foreach (var (value, isNumber) in row.Zip(areNumbers))
            {
                reply.writer.Write(isNumber ? Number((long?)value) : LongText(value?.ToString()));
            }
        }

        reply.End(WithCount, Select, rows.Count);
        return reply;
    }

    public static TdsReply Changes(int count)
    {
        var reply = new TdsReply();
        reply.End(WithCount, Write, count);
        return reply;
    }

    private static TdsReply Changing(byte what, byte[] now, byte[] before, bool isLast = true)
    {
        var reply = new TdsReply();
        reply.Change(what, now, before);
        if (isLast)
        {
            reply.End(0, 0, 0);
        }

        return reply;
    }

    private void Change(byte what, byte[] now, byte[] before) => Token(Changed, [what, .. now, .. before]);

    private void Token(byte token, byte[] content)
    {
        writer.Write(token);
        writer.Write((ushort)content.Length);
        writer.Write(content);
    }

    private void End(ushort status, ushort command, long count)
    {
        writer.Write(Done);
        writer.Write(status);
        writer.Write(command);
        writer.Write(count);
    }

    private static byte[] Short(string text) => [(byte)text.Length, .. Encoding.Unicode.GetBytes(text)];

    private static byte[] Number(long? value) => value is { } number ? [8, .. BitConverter.GetBytes(number)] : [0];

    private static byte[] LongText(string? text)
    {
        if (text is null)
        {
            return BitConverter.GetBytes(ulong.MaxValue);
        }

        var content = Encoding.Unicode.GetBytes(text);
        byte[] chunk = content.Length == 0 ? [] : [.. BitConverter.GetBytes(content.Length), .. content];
        return [.. BitConverter.GetBytes((long)content.Length), .. chunk, .. BitConverter.GetBytes(0)];
    }
}

using System.Globalization;
using System.Text;
using Ivr.Data.Demo;

namespace Ivr.Tests.Faults;

/// <summary>
/// Makes a call from a seed: mostly what a caller may do where the call stands, so that it comes far, and now and then what no caller does.
/// </summary>
internal sealed class FuzzCaller(Random random)
{
    private const int MostSteps = 70;

    /// <summary>Words that mean yes, or the first key.</summary>
    public static readonly HashSet<string> Yes = ["是", "是的", "对", "好的", "没错", "yes", "yeah", "correct", "一", "按一", "one"];

    private static readonly string[] Words =
    [
        .. Yes,
        "不是",
        "no",
        "解锁",
        "付款",
        "退款",
        "我要申请退款",
        "冻结",
        "人工",
        "返回",
        "主菜单",
        "再说一遍",
        "慢一点",
        "英文",
        "订单号",
        "没收到货",
        "诈骗",
        "my account is locked",
        "refund",
        "freeze my account",
        "human",
        "slower",
        "chinese please",
        "八八三四",
        "<Say>less than</Say> & ]]>",
        "{code} {name} {0}",
        "'; drop table calls; --",
        "\u0001\u0008\u001B\u2028\u2029\uFFFE\uFFFF",
        "\uD800",
        "\uDC00\uD800",
        "👵🏻🐟",
        "١٢٣٤",
        "１２３４",
        " \t\r\n",
    ];

    private static readonly string[] Keys =
    [
        "*",
        "#",
        "**",
        "1#",
        "A",
        "D",
        "w1",
        "hangup",
        "１",
        "١٢٣٤",
        "-1",
        "1e3",
        "0x10",
        " 1 ",
        "\u0001",
        "\uFFFE",
        "<Hangup/>",
        "9999999999999999999999",
        "1*2*3",
        "*12",
    ];

    /// <summary>What some callers want, as the keys of its menus: to unlock, a refund, a freeze, a report, a payment.</summary>
    private static readonly string[][] Wishes =
    [
        ["1", "1"],
        ["3", "2", "3", "{order}", "1", "2", "1"],
        ["3", "2", "3", "{order}", "1", "5", "1"],
        ["9", "1", "1"],
        ["5", "1", "2", "1"],
        ["2", "1"],
    ];

    private static readonly string[] Confidences = ["0.9", "0.31", "", "NaN", "-1", "2", "0,9", "1e999", "\uFFFF"];
    private static readonly string[] Ends = ["completed", "busy", "failed", "no-answer", "canceled"];
    private static readonly string[] Statuses = ["queued", "ringing", "in-progress", "no such thing", ""];
    private static readonly string[] QueueResults =
    [
        "bridged",
        "bridging-in-process",
        "leave",
        "hangup",
        "error",
        "queue-full",
        "system-error",
        "redirected",
        "junk",
    ];
    private static readonly string[] DialStatuses = ["completed", "answered", "busy", "no-answer", "failed", "canceled", "junk"];

    private static readonly string[] OtherNumbers =
    [
        "anonymous",
        "+266696687",
        "+7378742833",
        "sip:+8613800000001@example.com",
        "client:someone",
        "13800000001",
        "<script>alert(1)</script>",
        "+1 (555) 010-0000",
    ];

    private readonly Queue<string> wish = new(random.Next(2) == 0 ? Wishes[random.Next(Wishes.Length)] : []);

    /// <summary>Whom the call is about: for a refund somebody who can have one.</summary>
    public DemoCustomer About(IReadOnlyList<DemoCustomer> customers)
    {
        var fitting =
            wish.TryPeek(out var first) && first == "3" ? [.. customers.Where(one => one.Tags.Contains("refund-open"))] : customers;
        return fitting[random.Next(fitting.Count)];
    }

    /// <summary>The number of a customer, another one, or none.</summary>
    public string From(string phone) =>
        random.Next(20) switch
        {
            < 14 => phone,
            < 17 => $"+86139{random.Next(100_000_000):00000000}",
            _ => Any(OtherNumbers),
        };

    public async Task CallAsync(FuzzCall call)
    {
        if (random.Next(50) == 0)
        {
            await call.SendAsync(Keyed("1")); // A turn of a call that is not known.
        }

        await call.SendAsync(new FuzzStep("/voice/incoming", ("CallStatus", "ringing")) { Copies = Copies() });
        var steps = random.Next(5, MostSteps);
        for (var step = 0; step < steps && !call.Last.HangsUp; step++)
        {
            await call.SendAsync(Next(call));
        }

        await call.SendAsync(Status(Any(Ends)));
        for (var late = random.Next(3); late > 0; late--)
        {
            await call.SendAsync(Next(call));
        }
    }

    private FuzzStep Next(FuzzCall call) =>
        random.Next(100) switch
        {
            < 72 => Sensible(call),
            < 77 => Sensible(call) with { Copies = random.Next(2, 4) },
            < 81 => Odd(call),
            < 84 => Sensible(call) with { Path = $"/voice/turns/{{turn-{random.Next(1, 6)}}}" },
            < 86 => Sensible(call) with { Path = $"/voice/turns/{{turn+{random.Next(1, 6)}}}" },
            < 88 => Status(Any(Statuses)),
            < 90 => new FuzzStep("/voice/fallback", ("ErrorCode", Any("11200", "12100", "", "junk"))),
            < 91 => new FuzzStep("/voice/incoming", ("CallStatus", "ringing")),
            < 95 => Refused(call),
            < 97 => new FuzzStep("/voice/turns/{turn}"),
            _ => Elsewhere(),
        };

    /// <summary>What the telephone or its caller does where the call stands.</summary>
    private FuzzStep Sensible(FuzzCall call) =>
        call.Last switch
        {
            { Enqueue: not null } => Waiting(),
            { Dial: not null } => Ringing(),
            { Records: true } => Recorded(),
            { Gather: not null } when random.Next(8) == 0 => Spoken(),
            { Gather: not null } when random.Next(16) == 0 => new FuzzStep("/voice/turns/{turn}"),
            { Gather: not null } => Keyed(KeysFor(call)),
            { Redirect: { } path } => new FuzzStep(path),
            _ => new FuzzStep("/voice/turns/{turn}"),
        };

    private string KeysFor(FuzzCall call)
    {
        var isRight = random.Next(5) > 0;
        return call switch
        {
            { AsksAQuestion: true } => isRight ? "{right}" : "{wrong}",
            { AsksForCode: true } => isRight ? "{code}"
            : random.Next(2) == 0 ? "1#"
            : "000000",
            { AsksForNumber: true } => isRight ? "{number}" : Any("13912345678#", "123456#", "3#", "600000000001#"),
            { AsksForTail: true } => isRight ? "{tail}" : Figures(4),
            _ when isRight && wish.TryDequeue(out var wanted) => wanted,
            _ when (string?)call.Last.Gather!.Attribute("numDigits") is "1" => Choice(),
            _ when (string?)call.Last.Gather!.Attribute("numDigits") is { } digits => Figures(
                int.Parse(digits, CultureInfo.InvariantCulture)
            ),
            _ => random.Next(3) == 0 ? Choice() : $"{Figures(random.Next(1, 9))}#",
        };
    }

    private string Choice() =>
        random.Next(20) switch
        {
            < 9 => "1",
            < 12 => "2",
            < 14 => "3",
            14 => "9",
            15 => "8",
            16 => "0",
            _ => Figures(1),
        };

    private static FuzzStep Keyed(string keys) =>
        new("/voice/turns/{turn}", ("Digits", keys), ("FinishedOnKey", ""), ("msg", "Gather End"));

    private FuzzStep Spoken() => new("/voice/turns/{turn}", ("SpeechResult", Any(Words)), ("Confidence", Any(Confidences)));

    /// <summary>Nothing that a telephone sends, in a form that can be read.</summary>
    private FuzzStep Odd(FuzzCall call) =>
        random.Next(8) switch
        {
            0 => Keyed(Any(Keys)),
            1 => Keyed(Figures(200)),
            2 => new FuzzStep("/voice/turns/{turn}", ("SpeechResult", new string('啊', random.Next(4000, 9000)))),
            3 => new FuzzStep("/voice/turns/{turn}", ("SpeechResult", Junk()), ("Confidence", Any(Confidences))),
            4 => new FuzzStep("/voice/turns/{turn}", ("Digits", Any(Keys)), ("SpeechResult", Any(Words)), ("CallStatus", Any(Statuses))),
            5 => Sensible(call) with { Again = ("digits ", Junk()) },
            6 => new FuzzStep("/voice/turns/2147483647", ("Digits", "1")),
            _ => new FuzzStep("/voice/turns/{turn}", ("StirVerstat", Any("TN-Validation-Passed-A", "TN-Validation-Failed-C", "junk", ""))),
        };

    /// <summary>What must be refused, whatever the call is at.</summary>
    private FuzzStep Refused(FuzzCall call) =>
        random.Next(5) switch
        {
            0 => Keyed("1") with { Again = ("Digits", "2"), Status = 400 },
            1 => Spoken() with { Again = ("SpeechResult", "是"), Status = 400 },
            2 => new FuzzStep("/voice/turns/{turn}", ("SpeechResult", new string('x', 140_000))) { Status = 400 },
            3 => new FuzzStep("/voice/turns/{turn}", ("Digits", "1"), ("From", "+8613912121212")) { Status = 403 },
            _ => new FuzzStep("/voice/turns/{turn}", ("Digits", "1"), ("AccountSid", "AC00000000000000000000000000000000"))
            {
                Status = 403,
            },
        };

    private FuzzStep Waiting() =>
        random.Next(10) switch
        {
            < 4 => new FuzzStep(
                "/voice/turns/{turn}/wait",
                ("QueuePosition", Any("1", "2", "0", "-1", "junk")),
                ("CurrentQueueSize", Figures(1)),
                ("QueueTime", Any("0", "30", "600", "99999999999")),
                ("AvgQueueTime", Figures(2))
            ),
            < 6 => new FuzzStep("/voice/turns/{turn}/queue-key", ("Digits", Any("1", "2", "3", "0", "#", "x"))),
            _ => new FuzzStep("/voice/turns/{turn}", ("QueueResult", Any(QueueResults)), ("QueueTime", Any("5", "600", "-3", "junk"))),
        };

    private FuzzStep Ringing() =>
        random.Next(10) switch
        {
            < 2 => new FuzzStep("{whisper}", ("ParentCallSid", "")),
            < 4 => new FuzzStep(
                "{whisper}/key",
                ("Digits", Any("1", "2", "")),
                ("ParentCallSid", Any("", "CA00000000000000000000000000000000"))
            ),
            _ => new FuzzStep(
                "/voice/turns/{turn}",
                ("DialCallStatus", Any(DialStatuses)),
                ("DialBridged", Any("true", "false", "", "junk"))
            ),
        };

    private FuzzStep Recorded() =>
        new(
            "/voice/turns/{turn}",
            ("RecordingSid", $"RE{Figures(32)}"),
            ("RecordingUrl", Any("https://api.twilio.com/x/Recordings/RE1", "http://127.0.0.1/", "file:///etc/passwd", "junk")),
            ("RecordingDuration", Any("0", "1", "37", "-1", "99999999999", "NaN")),
            ("Digits", Any("hangup", "#", ""))
        );

    /// <summary>What belongs to another place of a call.</summary>
    private FuzzStep Elsewhere() =>
        random.Next(6) switch
        {
            0 => Waiting(),
            1 => Ringing() with { Path = "/voice/turns/{turn}" },
            2 => Recorded(),
            3 => new FuzzStep(
                "/voice/messages",
                ("RecordingSid", $"RE{Figures(32)}"),
                ("RecordingStatus", Any("completed", "absent", "junk"))
            ),
            4 => new FuzzStep("{whisper}", ("ParentCallSid", "")),
            _ => new FuzzStep("{whisper}/key", ("Digits", "1")),
        };

    private static FuzzStep Status(string status) => new("/voice/status", ("CallStatus", status), ("SequenceNumber", "0"));

    private int Copies() => random.Next(12) == 0 ? 2 : 1;

    private string Figures(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('0' + random.Next(10))));

    private string Junk()
    {
        var text = new StringBuilder();
        for (var length = random.Next(1, 60); length > 0; length--)
        {
            // No NUL: a body with one cannot be read at all.
            text.Append((char)random.Next(1, 0x10000));
        }

        return text.ToString();
    }

    private string Any(params IReadOnlyList<string> among) => among[random.Next(among.Count)];
}

using System.Globalization;
using System.Text;

namespace Ivr.Web.Telephone;

/// <summary>A line that a caller types, or that stands in a script.</summary>
public abstract record CallerLine
{
    public const string Help = """
        1  12  *  #          press keys, one or several                    按键
        say 我的账户被锁了     say something; so does any other line         说话，直接打字也行
        say@0.4 退款          the same, and the recogniser is that sure      说得不清楚；say@none 不带把握
        answer               answer a security question of a demo customer  回答，答对安全问题
        answer wrongly       answer it, but not rightly                    答错
        code                 key the six digits of the newest message     验证码
        (an empty line)      stay silent until the hotline asks again      不出声，等它再问
        agent answers        the person who is called answers; also:       人工 接听
                             declines busy no-answer failed full error     人工 拒接、占线、无人接听、打不通、队列满、出错
        message 12           leave a message of so many seconds            留言 12
        hang up              end the call                                  挂断
        help                 this page                                     帮助
        """;

    /// <summary>Reads what a caller types.</summary>
    /// <exception cref="FormatException">It means nothing; the message says what would.</exception>
    public static CallerLine Read(string typed)
    {
        var line = typed.Trim();
        if (line.Length == 0)
        {
            return new BeSilent();
        }

        // A keyboard for Chinese types wide digits.
        if (KeysOf(line) is { } bare)
        {
            return new Press(bare);
        }

        var words = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var rest = words is [_, var more] ? more.Trim() : "";
        return (words[0].ToLowerInvariant(), rest) switch
        {
            ("silence" or "静音", "") => new BeSilent(),
            ("answer" or "回答", "") => new AnswerRightly(),
            ("answer", "wrongly") or ("答错", "") => new AnswerWrongly(),
            ("code" or "验证码", "") => new KeyCode(),
            ("help" or "帮助", "") => new AskForHelp(),
            ("hangup" or "挂断" or "挂机", "") or ("hang", "up") => new HangUp(),
            ("press" or "按", _) => new Press(
                KeysOf(rest) ?? throw new FormatException($"'press' takes keys, such as 'press 1' or 'press 8834#'; not '{rest}'.")
            ),
            ("message" or "留言", _) when int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) =>
                new LeaveMessage(seconds),
            ("say" or "说", "") => throw new FormatException("'say' takes words, such as 'say 退款'."),
            ("say" or "说", _) => new SayWords(rest),
            (['s', 'a', 'y', '@', .. var confidence], _) => new SayWords(
                rest.Length > 0 ? rest : throw new FormatException("'say' takes words, such as 'say@0.4 退款'."),
                confidence == "none" ? null : confidence
            ),
            ("agent" or "人工", not "") => new EndTransfer(
                TransferEnd.Find(rest)
                    ?? throw new FormatException(
                        $"An agent cannot '{rest}'. What can happen: {string.Join(", ", TransferEnd.OfDial.Keys.Union(TransferEnd.OfQueue.Keys))}."
                    )
            ),
            _ => new SayWords(line),
        };
    }

    private static string? KeysOf(string text)
    {
        var keys = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));
        return keys.Length > 0 && keys.All(key => char.IsAsciiDigit(key) || key is '*' or '#') ? keys : null;
    }
}

/// <summary>Presses keys.</summary>
public sealed record Press(string Keys) : CallerLine;

/// <summary>Says something.</summary>
/// <param name="Confidence">As the recogniser states it, be it a number or not; null where it says nothing.</param>
public sealed record SayWords(string Words, string? Confidence = PhoneCall.UsualConfidence) : CallerLine;

/// <summary>Keys or says the right answer to a demo customer's security question.</summary>
public sealed record AnswerRightly : CallerLine;

/// <summary>Keys or says what is no right answer to the question that was asked.</summary>
public sealed record AnswerWrongly : CallerLine;

/// <summary>Leaves a spoken message of so many seconds, where one is recorded.</summary>
public sealed record LeaveMessage(int Seconds) : CallerLine;

/// <summary>Keys the six digits of the newest message that has some.</summary>
public sealed record KeyCode : CallerLine;

/// <summary>Waits until the hotline loses patience.</summary>
public sealed record BeSilent : CallerLine;

/// <summary>Ends the call.</summary>
public sealed record HangUp : CallerLine;

/// <summary>Decides what happens at the other end of a transfer.</summary>
/// <param name="How">A word of <see cref="TransferEnd"/>.</param>
public sealed record EndTransfer(string How) : CallerLine;

/// <summary>Asks what can be typed.</summary>
public sealed record AskForHelp : CallerLine;

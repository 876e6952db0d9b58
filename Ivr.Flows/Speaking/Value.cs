using Ivr.Flows.Calendars;

namespace Ivr.Flows.Speaking;

/// <summary>Something a prompt's placeholder takes, said differently in each language.</summary>
public abstract record Value
{
    private protected Value() { }
}

/// <summary>Money: <c>十二元八角</c>, <c>twelve yuan and eighty fen</c>.</summary>
/// <param name="Minor">In the currency's smallest unit of ISO 4217: fen, cents, whole yen. May be negative.</param>
/// <param name="Currency">Code of ISO 4217. One without a name of its own is spelled.</param>
public sealed record Amount(long Minor, string Currency) : Value
{
    /// <summary>A number of whole units; null where the currency has nothing so small.</summary>
    public static Amount? Of(decimal units, string currency)
    {
        for (var decimals = Figure.DecimalsOf(currency); decimals > 0; decimals--)
        {
            units *= 10;
        }

        return decimal.Truncate(units) == units ? new Amount((long)units, currency) : null;
    }
}

/// <summary>A calendar day: <c>七月三号，周五</c>, <c>Friday, July third</c>; the year is said when it is not this one.</summary>
public sealed record Day(DateOnly Date) : Value;

/// <summary>A minute of a day: <c>昨天下午两点零五分</c>, <c>yesterday at two oh five p.m.</c></summary>
/// <param name="Local">In the market's time; seconds are not said.</param>
public sealed record Moment(DateTime Local) : Value;

/// <summary>A length of time: <c>三个工作日</c>, <c>three working days</c>.</summary>
public sealed record Span(int Count, SpanUnit Unit) : Value;

/// <summary>What a <see cref="Span"/> counts.</summary>
public enum SpanUnit
{
    Minute,
    Hour,
    Day,
    WorkingDay,
    Month,
}

/// <summary>The last digits of a card, said one by one; what is no digit is left out.</summary>
public sealed record CardTail(string Digits) : Value;

/// <summary>A case, refund or order number, said one by one in groups of at most four; letters are said as capitals.</summary>
public sealed record Reference(string Number) : Value;

/// <summary>A telephone number in groups; a Chinese mobile number is said 3-4-4 without its country code.</summary>
/// <param name="Number">E.164 with its plus, or national.</param>
public sealed record Phone(string Number) : Value;

/// <summary>A whole number.</summary>
public sealed record Count(long Number) : Value
{
    /// <summary>Whether the prompt goes on with a measure word: then two is <c>两</c> (<c>两位</c>), otherwise <c>二</c> (<c>第二步</c>).</summary>
    public bool Measured { get; init; }
}

/// <summary>A key of the telephone: <c>0</c> to <c>9</c>, <c>*</c> or <c>#</c>.</summary>
public sealed record Key(char Symbol) : Value;

/// <summary>Somebody's free text, such as the name of a person or a shop, stripped of all that is not plainly readable.</summary>
public sealed record Name(string Text) : Value;

/// <summary>Figures for the eye, in what is sent rather than spoken: they stay as they are.</summary>
public sealed record Written(string Text) : Value;

/// <summary>A sentence that an operator wrote in both languages, said as it is.</summary>
public sealed record Wording(string Mandarin, string English) : Value;

/// <summary>What another prompt says, as the name of a branch inside a question about it.</summary>
/// <param name="Prompt">Its key, as <c>names/refund</c>.</param>
public sealed record Named(string Prompt) : Value;

/// <summary>Opening hours: <c>周一到周五，上午九点到下午六点</c>, <c>Monday to Friday, nine a.m. to six p.m.</c> At least one span.</summary>
public sealed record OpeningHours(IReadOnlyList<HoursSpan> Spans) : Value;

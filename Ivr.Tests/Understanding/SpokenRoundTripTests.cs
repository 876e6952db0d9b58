using Ivr.Flows;
using Ivr.Flows.Speaking;
using Ivr.Flows.Understanding.Values;

namespace Ivr.Tests.Understanding;

/// <summary>Whatever the hotline can say is understood as the same value when somebody says it back.</summary>
public class SpokenRoundTripTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    public static TheoryData<Language> EveryLanguage { get; } = new(Enum.GetValues<Language>());

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_amount_is_read_back(Language language)
    {
        var random = new Random(20260701);
        var powers = Enumerable.Range(0, 12).Select(power => (long)Math.Pow(10, power)).ToList();
        var minors = Enumerable
            .Range(1, 20_000)
            .Select(fen => (long)fen)
            .Concat(Enumerable.Range(0, 20_000).Select(_ => random.NextInt64(1, 100_000_000_000)))
            .Concat(Enumerable.Range(0, 20_000).Select(_ => WithInnerZeros(random)))
            .Concat(powers.SelectMany(power => new[] { power, power + 1, power - 1, power * 2, power * 5, power + 10, power + 100 }))
            .Concat(powers.SelectMany(_ => powers, (one, other) => one + other))
            .Append(99_999_999_999)
            .Where(minor => minor is > 0 and < 100_000_000_000);

        foreach (var minor in minors)
        {
            IsReadBack(new Amount(minor, "CNY"), language, words => SpokenAmount.Read(words, language), minor / 100m);
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Amounts_in_other_currencies_are_read_back(Language language)
    {
        var random = new Random(20260702);
        foreach (var currency in new[] { "USD", "HKD", "EUR", "GBP" })
        {
            foreach (var minor in Enumerable.Range(1, 2_000).Concat(Enumerable.Range(0, 2_000).Select(_ => random.Next(1, int.MaxValue))))
            {
                IsReadBack(new Amount(minor, currency), language, words => SpokenAmount.Read(words, language), minor / 100m);
            }
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_day_of_ten_years_is_read_back(Language language)
    {
        for (var shift = -1_826; shift < 1_827; shift++)
        {
            var day = Today.AddDays(shift);
            IsReadBack(new Day(day), language, words => SpokenDay.Read(words, language, Today), day);
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_day_of_the_year_before_is_read_back_without_its_weekday(Language language)
    {
        for (var shift = -364; shift <= 0; shift++)
        {
            var moment = Today.AddDays(shift).ToDateTime(new TimeOnly(14, 5));
            IsReadBack(new Moment(moment), language, words => SpokenDay.Read(words, language, Today), DateOnly.FromDateTime(moment));
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_minute_of_yesterday_is_read_back_as_yesterday(Language language)
    {
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var moment = Today.AddDays(-1).ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
            IsReadBack(new Moment(moment), language, words => SpokenDay.Read(words, language, Today), Today.AddDays(-1));
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_span_is_read_back(Language language)
    {
        foreach (var span in Enum.GetValues<SpanUnit>().SelectMany(_ => Enumerable.Range(0, 401), (unit, count) => new Span(count, unit)))
        {
            IsReadBack(span, language, words => SpokenSpan.Read(words, language), span);
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Counts_are_read_back(Language language)
    {
        var random = new Random(20260703);
        foreach (var count in Enumerable.Range(0, 12_000).Concat(Enumerable.Range(0, 5_000).Select(_ => random.Next())))
        {
            IsReadBack(new Count(count), language, words => SpokenNumber.Read(words, language), count);
            IsReadBack(new Count(count) { Measured = true }, language, words => SpokenNumber.Read(words, language), count);
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_card_tail_is_read_back(Language language)
    {
        foreach (var tail in Enumerable.Range(0, 10_000).Select(tail => $"{tail:D4}"))
        {
            IsReadBack(new CardTail(tail), language, words => SpokenDigits.Read(words, language), tail);
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Phones_and_references_are_read_back(Language language)
    {
        var random = new Random(20260704);
        for (var round = 0; round < 5_000; round++)
        {
            var mobile = $"1{random.NextInt64(3_000_000_000, 10_000_000_000)}";
            var abroad = $"+{random.NextInt64(1_000_000, 100_000_000_000_000)}";
            var caseNo = $"{random.Next(100_000_000, 1_000_000_000)}";
            var refundNo = $"R20260701{caseNo}";
            IsReadBack(new Phone(mobile), language, words => SpokenPhone.Read(words, language), mobile);
            IsReadBack(new Reference(caseNo), language, words => SpokenReference.Read(words, language), caseNo);
            IsReadBack(new Reference(refundNo), language, words => SpokenReference.Read(words, language), refundNo);
            if (!abroad.StartsWith("+861", StringComparison.Ordinal))
            {
                IsReadBack(new Phone(abroad), language, words => SpokenPhone.Read(words, language), abroad);
            }
        }
    }

    private static long WithInnerZeros(Random random)
    {
        var digits = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(3) == 0 ? (char)('1' + random.Next(9)) : '0');
        return long.Parse(string.Concat(digits), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void IsReadBack<T>(Value value, Language language, Func<string, T?> read, T expected)
    {
        var words = Speakers.For(language).Say(value, Today);
        var heard = read(words);
        Assert.True(Equals(heard, expected), $"{value} is said \"{words}\" and read as {heard}.");
    }
}

using Ivr.Flows;
using Ivr.Flows.Speaking;

namespace Ivr.Tests.Speaking;

/// <summary>No two values sound the same, even to somebody who hears no pauses, and no digit is left for a voice to guess at.</summary>
public class DistinctWordsTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    public static TheoryData<Language> EveryLanguage { get; } = new(Enum.GetValues<Language>());

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_amount_up_to_two_thousand_yuan_sounds_different(Language language) =>
        AllDiffer(language, Enumerable.Range(0, 2_000_01).Select(fen => new Amount(fen, "CNY")));

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Amounts_of_the_whole_range_sound_different_in_every_currency(Language language)
    {
        var random = new Random(20260701);
        string[] currencies = ["CNY", "USD", "HKD", "EUR", "JPY", "GBP", "KWD"];
        var minors = Enumerable
            .Range(0, 20_000)
            .Select(_ => random.NextInt64(-999_999_999_99, 1_000_000_000_00))
            .Concat([0, 1, 10, 100])
            .Distinct();

        AllDiffer(language, minors.SelectMany(_ => currencies, (minor, currency) => new Amount(minor, currency)));
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_day_of_ten_years_sounds_different(Language language) =>
        AllDiffer(language, Enumerable.Range(-1_826, 3_653).Select(days => new Day(Today.AddDays(days))));

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_minute_of_five_days_sounds_different(Language language) =>
        AllDiffer(language, Enumerable.Range(0, 5 * 24 * 60).Select(minute => new Moment(new DateTime(2026, 6, 29).AddMinutes(minute))));

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_span_sounds_different(Language language) =>
        AllDiffer(language, Enum.GetValues<SpanUnit>().SelectMany(_ => Enumerable.Range(0, 401), (unit, count) => new Span(count, unit)));

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Every_card_tail_sounds_different(Language language) =>
        AllDiffer(language, Enumerable.Range(0, 10_000).Select(tail => new CardTail($"{tail:D4}")));

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Numbers_of_any_size_sound_different(Language language)
    {
        var powers = Enumerable.Range(0, 62).Select(power => 1L << power);
        var tens = Enumerable.Range(0, 19).Select(power => (long)Math.Pow(10, power));
        long[] numbers =
        [
            .. powers,
            .. tens,
            .. tens.Select(ten => ten * 2),
            .. tens.Select(ten => ten + 10),
            long.MaxValue,
            long.MinValue,
            0,
        ];

        AllDiffer(language, numbers.Distinct().Select(number => new Count(number)));
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Phones_and_references_and_keys_have_no_digits_left(Language language)
    {
        AllDiffer(language, Enumerable.Range(0, 10_000).Select(number => new Phone($"+8613911{number:D6}")));
        AllDiffer(language, Enumerable.Range(0, 10_000).Select(number => new Reference($"RF{number:D5}A")));
        AllDiffer(language, "0123456789*#".Select(symbol => new Key(symbol)));
    }

    private static void AllDiffer(Language language, IEnumerable<Value> values)
    {
        var heard = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var words = Speakers.For(language).Say(value, Today);
            Assert.False(words.Any(char.IsDigit), $"{value} leaves a digit in \"{words}\".");

            var sound = string.Concat(words.Where(char.IsLetter));
            Assert.True(heard.TryAdd(sound, value), $"{value} sounds like {heard[sound]}: \"{words}\".");
        }
    }
}

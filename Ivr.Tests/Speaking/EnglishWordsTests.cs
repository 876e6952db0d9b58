using System.Globalization;
using Ivr.Flows;
using Ivr.Flows.Speaking;

namespace Ivr.Tests.Speaking;

/// <summary>What an English-speaking caller hears on Wednesday, 1 July 2026.</summary>
public class EnglishWordsTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Theory]
    [InlineData(0, "zero yuan")]
    [InlineData(1, "one fen")]
    [InlineData(80, "eighty, eight zero, fen")]
    [InlineData(85, "eighty five fen")]
    [InlineData(1_00, "one yuan")]
    [InlineData(12_05, "twelve yuan and five fen")]
    [InlineData(12_25, "twelve yuan and twenty five fen")]
    [InlineData(12_80, "twelve yuan and eighty, eight zero, fen")]
    [InlineData(20_20, "twenty yuan and twenty fen")]
    [InlineData(100_00, "one hundred yuan")]
    [InlineData(200_20, "two hundred yuan and twenty fen")]
    [InlineData(1_001_00, "one thousand one yuan")]
    [InlineData(10_010_00, "ten thousand ten yuan")]
    [InlineData(10_203_05, "ten thousand two hundred three yuan and five fen")]
    [InlineData(100_200_00, "one hundred thousand two hundred yuan")]
    [InlineData(1_000_001_00, "one million one yuan")]
    [InlineData(
        999_999_999_99,
        "nine hundred ninety nine million nine hundred ninety nine thousand nine hundred ninety nine yuan and ninety nine fen"
    )]
    [InlineData(-12_25, "minus twelve yuan and twenty five fen")]
    public void Yuan_and_fen_are_joined_by_and(long minor, string words) => Hears(words, new Amount(minor, "CNY"));

    [Theory]
    [InlineData(13_00, "thirteen, one three, yuan")]
    [InlineData(30_00, "thirty, three zero, yuan")]
    [InlineData(15_50, "fifteen, one five, yuan and fifty, five zero, fen")]
    [InlineData(51_00, "fifty one yuan")]
    [InlineData(115_00, "one hundred fifteen, one one five, yuan")]
    [InlineData(150_00, "one hundred fifty, one five zero, yuan")]
    [InlineData(15_000_00, "fifteen thousand, one five, zero zero zero, yuan")]
    [InlineData(50_000_00, "fifty thousand, five zero, zero zero zero, yuan")]
    public void Fifteen_and_fifty_are_kept_apart_by_their_digits(long minor, string words) => Hears(words, new Amount(minor, "CNY"));

    [Theory]
    [InlineData(1_01, "USD", "one U.S. dollar and one cent")]
    [InlineData(12_25, "usd", "twelve U.S. dollars and twenty five cents")]
    [InlineData(5, "USD", "five U.S. cents")]
    [InlineData(2_00, "HKD", "two Hong Kong dollars")]
    [InlineData(1, "HKD", "one Hong Kong cent")]
    [InlineData(1_00, "EUR", "one euro")]
    [InlineData(0, "EUR", "zero euros")]
    [InlineData(2_01, "EUR", "two euros and one cent")]
    [InlineData(25, "EUR", "twenty five euro cents")]
    [InlineData(1_052, "JPY", "one thousand fifty two yen")]
    [InlineData(12_80, "GBP", "twelve point eight zero G B P")]
    [InlineData(12_00, "GBP", "twelve G B P")]
    [InlineData(12_805, "KWD", "twelve point eight zero five K W D")]
    [InlineData(1_200, "KRW", "one thousand two hundred K R W")]
    public void Foreign_money_is_named(long minor, string currency, string words) => Hears(words, new Amount(minor, currency));

    [Theory]
    [InlineData("2026-07-01", "today, Wednesday, July first")]
    [InlineData("2026-06-30", "yesterday, Tuesday, June thirtieth")]
    [InlineData("2026-07-02", "tomorrow, Thursday, July second")]
    [InlineData("2026-07-03", "Friday, July third")]
    [InlineData("2026-10-12", "Monday, October twelfth")]
    [InlineData("2026-12-31", "Thursday, December thirty first")]
    [InlineData("2027-01-02", "Saturday, January second, twenty twenty seven")]
    [InlineData("2028-02-29", "Tuesday, February twenty ninth, twenty twenty eight")]
    [InlineData("2010-05-13", "Thursday, May thirteenth, twenty ten")]
    [InlineData("2005-05-13", "Friday, May thirteenth, two thousand five")]
    [InlineData("2000-01-01", "Saturday, January first, two thousand")]
    [InlineData("1905-01-05", "Thursday, January fifth, nineteen oh five")]
    public void A_day_has_its_weekday_and_month(string date, string words) =>
        Hears(words, new Day(DateOnly.Parse(date, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-07-01T00:00", "today at twelve a.m.")]
    [InlineData("2026-07-01T00:05", "today at twelve oh five a.m.")]
    [InlineData("2026-07-01T09:30", "today at nine thirty a.m.")]
    [InlineData("2026-07-01T12:00", "today at noon")]
    [InlineData("2026-07-01T12:15", "today at twelve fifteen p.m.")]
    [InlineData("2026-06-30T14:05", "yesterday at two oh five p.m.")]
    [InlineData("2026-07-02T14:00", "tomorrow at two p.m.")]
    [InlineData("2026-06-30T23:59", "yesterday at eleven fifty nine p.m.")]
    [InlineData("2026-06-12T18:00", "June twelfth at six p.m.")]
    [InlineData("2025-12-31T17:00", "December thirty first, twenty twenty five, at five p.m.")]
    public void A_moment_is_before_or_after_noon(string local, string words) =>
        Hears(words, new Moment(DateTime.Parse(local, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, SpanUnit.Minute, "zero minutes")]
    [InlineData(1, SpanUnit.Hour, "one hour")]
    [InlineData(24, SpanUnit.Hour, "twenty four hours")]
    [InlineData(3, SpanUnit.WorkingDay, "three working days")]
    [InlineData(1, SpanUnit.Month, "one month")]
    [InlineData(365, SpanUnit.Day, "three hundred sixty five days")]
    public void A_span_agrees_with_its_number(int count, SpanUnit unit, string words) => Hears(words, new Span(count, unit));

    [Fact]
    public void A_count_is_a_cardinal()
    {
        Hears("two", new Count(2));
        Hears("two", new Count(2) { Measured = true });
        Hears("minus seven", new Count(-7));
    }

    [Theory]
    [InlineData("8834", "eight eight three four")]
    [InlineData("0107", "zero one zero seven")]
    public void A_card_tail_is_said_digit_by_digit(string digits, string words) => Hears(words, new CardTail(digits));

    [Theory]
    [InlineData("CS10234", "C S, one zero, two three four")]
    [InlineData("rf-2026-7a1", "R F, two zero two six, seven A one")]
    public void A_reference_is_said_in_groups(string number, string words) => Hears(words, new Reference(number));

    [Theory]
    [InlineData("+8613911227788", "one three nine, one one two two, seven seven eight eight")]
    [InlineData("+14155550100", "plus one, four one five, five five five, zero one zero zero")]
    [InlineData("+442079460018", "plus four four, two zero seven, nine four six, zero zero one eight")]
    public void A_phone_number_is_said_as_people_write_it(string number, string words) => Hears(words, new Phone(number));

    [Theory]
    [InlineData('0', "zero")]
    [InlineData('1', "one")]
    [InlineData('*', "star")]
    [InlineData('#', "pound")]
    public void A_key_is_called_what_is_printed_on_it(char symbol, string words) => Hears(words, new Key(symbol));

    private static void Hears(string words, Value value) => Assert.Equal(words, Speakers.For(Language.English).Say(value, Today));
}

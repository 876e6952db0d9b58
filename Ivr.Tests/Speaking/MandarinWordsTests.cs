using System.Globalization;
using Ivr.Flows;
using Ivr.Flows.Speaking;

namespace Ivr.Tests.Speaking;

/// <summary>What a Chinese caller hears on Wednesday, 1 July 2026.</summary>
public class MandarinWordsTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Theory]
    [InlineData(0, "零元")]
    [InlineData(1, "一分")]
    [InlineData(2, "两分")]
    [InlineData(10, "一角")]
    [InlineData(20, "两角")]
    [InlineData(22, "两角两分")]
    [InlineData(99, "九角九分")]
    [InlineData(1_00, "一元")]
    [InlineData(2_00, "两元")]
    [InlineData(2_02, "两元零两分")]
    [InlineData(4_14, "四元一角四分")]
    [InlineData(10_00, "十元")]
    [InlineData(10_01, "十元零一分")]
    [InlineData(12_80, "十二元八角")]
    [InlineData(14_40, "十四元四角")]
    [InlineData(15_00, "十五元")]
    [InlineData(20_02, "二十元零两分")]
    [InlineData(22_22, "二十二元两角两分")]
    [InlineData(50_00, "五十元")]
    [InlineData(100_00, "一百元")]
    [InlineData(101_00, "一百零一元")]
    [InlineData(110_00, "一百一十元")]
    [InlineData(111_00, "一百一十一元")]
    [InlineData(200_20, "两百元两角")]
    [InlineData(202_00, "两百零二元")]
    [InlineData(1_010_00, "一千零一十元")]
    [InlineData(2_002_00, "两千零二元")]
    [InlineData(2_222_00, "两千两百二十二元")]
    [InlineData(10_010_00, "一万零一十元")]
    [InlineData(10_203_05, "一万零两百零三元零五分")]
    [InlineData(12_000_00, "一万两千元")]
    [InlineData(20_000_00, "两万元")]
    [InlineData(20_002_00, "两万零二元")]
    [InlineData(100_200_00, "十万零两百元")]
    [InlineData(102_000_00, "十万两千元")]
    [InlineData(120_000_00, "十二万元")]
    [InlineData(200_000_00, "二十万元")]
    [InlineData(1_000_001_00, "一百万零一元")]
    [InlineData(1_100_000_00, "一百一十万元")]
    [InlineData(2_000_000_00, "两百万元")]
    [InlineData(10_000_000_00, "一千万元")]
    [InlineData(100_000_000_00, "一亿元")]
    [InlineData(100_002_000_00, "一亿零两千元")]
    [InlineData(200_100_000_00, "两亿零一十万元")]
    [InlineData(999_999_999_99, "九亿九千九百九十九万九千九百九十九元九角九分")]
    [InlineData(-12_80, "负十二元八角")]
    [InlineData(-5, "负五分")]
    public void Yuan_are_said_with_jiao_and_fen_and_the_zeros_between(long minor, string words) => Hears(words, new Amount(minor, "CNY"));

    [Theory]
    [InlineData(2_00, "USD", "两美元")]
    [InlineData(12_80, "USD", "十二美元八十美分")]
    [InlineData(12_02, "usd", "十二美元零两美分")]
    [InlineData(5, "USD", "五美分")]
    [InlineData(12_80, "HKD", "港币十二元八角")]
    [InlineData(80, "HKD", "港币八角")]
    [InlineData(10_10, "EUR", "十欧元十欧分")]
    [InlineData(1_050, "JPY", "一千零五十日元")]
    [InlineData(2, "JPY", "两日元")]
    [InlineData(12_80, "GBP", "十二点八零 G B P")]
    [InlineData(12_00, "GBP", "十二 G B P")]
    [InlineData(12_805, "KWD", "十二点八零五 K W D")]
    [InlineData(1_200, "KRW", "一千两百 K R W")]
    public void Foreign_money_is_named(long minor, string currency, string words) => Hears(words, new Amount(minor, currency));

    [Theory]
    [InlineData("2026-07-01", "今天，七月一号，周三")]
    [InlineData("2026-06-30", "昨天，六月三十号，周二")]
    [InlineData("2026-07-02", "明天，七月二号，周四")]
    [InlineData("2026-07-03", "七月三号，周五")]
    [InlineData("2026-02-02", "二月二号，周一")]
    [InlineData("2026-08-30", "八月三十号，周日")]
    [InlineData("2026-10-12", "十月十二号，周一")]
    [InlineData("2026-12-31", "十二月三十一号，周四")]
    [InlineData("2027-01-02", "二零二七年一月二号，周六")]
    [InlineData("2028-02-29", "二零二八年二月二十九号，周二")]
    [InlineData("2010-05-13", "二零一零年五月十三号，周四")]
    public void A_day_has_its_month_and_weekday(string date, string words) =>
        Hears(words, new Day(DateOnly.Parse(date, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-07-01T00:00", "今天凌晨零点")]
    [InlineData("2026-07-01T00:05", "今天凌晨零点零五分")]
    [InlineData("2026-07-01T00:30", "今天凌晨零点三十分")]
    [InlineData("2026-07-01T02:02", "今天凌晨两点零二分")]
    [InlineData("2026-07-01T07:15", "今天早上七点十五分")]
    [InlineData("2026-07-01T10:10", "今天上午十点十分")]
    [InlineData("2026-07-01T12:00", "今天中午十二点")]
    [InlineData("2026-07-01T12:50", "今天中午十二点五十分")]
    [InlineData("2026-06-30T14:05", "昨天下午两点零五分")]
    [InlineData("2026-07-02T22:22", "明天晚上十点二十二分")]
    [InlineData("2026-06-30T23:59", "昨天晚上十一点五十九分")]
    [InlineData("2026-06-12T18:00", "六月十二号晚上六点")]
    [InlineData("2025-12-31T17:00", "二零二五年十二月三十一号下午五点")]
    public void A_moment_has_its_part_of_the_day(string local, string words) =>
        Hears(words, new Moment(DateTime.Parse(local, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, SpanUnit.Minute, "零分钟")]
    [InlineData(2, SpanUnit.Minute, "两分钟")]
    [InlineData(2, SpanUnit.Hour, "两小时")]
    [InlineData(24, SpanUnit.Hour, "二十四小时")]
    [InlineData(3, SpanUnit.Day, "三天")]
    [InlineData(12, SpanUnit.Day, "十二天")]
    [InlineData(365, SpanUnit.Day, "三百六十五天")]
    [InlineData(3, SpanUnit.WorkingDay, "三个工作日")]
    [InlineData(2, SpanUnit.Month, "两个月")]
    public void A_span_counts_with_its_measure_word(int count, SpanUnit unit, string words) => Hears(words, new Span(count, unit));

    [Fact]
    public void Two_alone_is_not_two_of_something()
    {
        Hears("二", new Count(2));
        Hears("两", new Count(2) { Measured = true });
        Hears("十二", new Count(12) { Measured = true });
        Hears("负七", new Count(-7));
    }

    [Theory]
    [InlineData("8834", "八八三四")]
    [InlineData("0107", "零幺零七")]
    [InlineData("*1177", "幺幺七七")]
    public void A_card_tail_is_said_digit_by_digit(string digits, string words) => Hears(words, new CardTail(digits));

    [Theory]
    [InlineData("R88", "R，八八")]
    [InlineData("CS10234", "C S，幺零，二三四")]
    [InlineData("20260703", "二零二六，零七零三")]
    [InlineData("1234567", "幺二三，四五六七")]
    [InlineData("rf-2026-7a1", "R F，二零二六，七 A 幺")]
    public void A_reference_is_said_in_groups(string number, string words) => Hears(words, new Reference(number));

    [Theory]
    [InlineData("+8613911227788", "幺三九，幺幺二二，七七八八")]
    [InlineData("13911227788", "幺三九，幺幺二二，七七八八")]
    [InlineData("+14155550100", "加幺，四幺五，五五五，零幺零零")]
    [InlineData("+85221234567", "加八五二，二幺二三，四五六七")]
    [InlineData("+86 10 6234 5678", "加八六，幺零六，二三四，五六七八")]
    [InlineData("95188", "九五，幺八八")]
    public void A_phone_number_is_said_as_people_write_it(string number, string words) => Hears(words, new Phone(number));

    [Theory]
    [InlineData('0', "零")]
    [InlineData('1', "一")]
    [InlineData('2', "二")]
    [InlineData('9', "九")]
    [InlineData('*', "星号键")]
    [InlineData('#', "井号键")]
    public void A_key_is_called_what_is_printed_on_it(char symbol, string words) => Hears(words, new Key(symbol));

    private static void Hears(string words, Value value) => Assert.Equal(words, Speakers.For(Language.Mandarin).Say(value, Today));
}

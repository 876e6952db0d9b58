using System.Globalization;

namespace Ivr.Tests.Understanding.Measure;

/// <summary>How values are written as labels, in the corpus and by what reads it.</summary>
public static class Labels
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Same = "same";
    public const string Different = "different";

    private const string Days = "yyyy-MM-dd";

    public static string Of(bool yes) => yes ? Yes : No;

    /// <summary>Without zeros at its end: 12.8.</summary>
    public static string Of(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString(Days, CultureInfo.InvariantCulture);

    /// <summary>Whether the label of a value or an answer has the form of its kind.</summary>
    public static bool Fit(Utterance utterance) =>
        utterance.Kind switch
        {
            Kind.YesNo => utterance.Label is Yes or No,
            Kind.Digits => utterance.Label.All(char.IsAsciiDigit),
            Kind.Money => decimal.TryParse(utterance.Label, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                && Of(amount) == utterance.Label,
            Kind.Date => DateOnly.TryParseExact(utterance.Label, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day <= Corpus.Today,
            Kind.Answer => utterance.Label is Same or Different,
            Kind.None => utterance.Label == Corpus.None,
            _ => true,
        };
}

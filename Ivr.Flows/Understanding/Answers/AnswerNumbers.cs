using System.Globalization;

namespace Ivr.Flows.Understanding.Answers;

/// <summary>Writes the English numbers of an answer as figures, however they were spelled: "twenty-one", "21" and "twenty first" are one.</summary>
internal static class AnswerNumbers
{
    private static readonly string[] Small =
    [
        .. "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".Split(' '),
        .. "seventeen eighteen nineteen".Split(' '),
    ];

    private static readonly string[] SmallOrdinals =
    [
        .. "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".Split(' '),
        .. "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".Split(' '),
    ];

    private static readonly string[] Tens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static readonly Dictionary<string, int> Values = Small
        .Select((word, value) => (word, value))
        .Concat(SmallOrdinals.Select((word, value) => (word, value)))
        .Concat(Tens.Select((word, tens) => (word, value: tens * 10)).Skip(2))
        .Concat(Tens.Select((word, tens) => (word: $"{word[..^1]}ieth", value: tens * 10)).Skip(2))
        .ToDictionary(pair => pair.word, pair => pair.value, StringComparer.Ordinal);

    /// <summary>Numbers that follow each other are written as one, so that years and house numbers come out as they are read.</summary>
    public static IEnumerable<string> Written(IEnumerable<string> words)
    {
        var numbers = new List<int>();
        foreach (var word in words)
        {
            if (numbers.Count > 0 && Times(word) is { } times)
            {
                numbers[^1] *= times;
            }
            else if (ValueOf(word) is { } value)
            {
                Add(numbers, value);
            }
            else
            {
                foreach (var written in Close(numbers).Append(word))
                {
                    yield return written;
                }
            }
        }

        foreach (var written in Close(numbers))
        {
            yield return written;
        }
    }

    private static void Add(List<int> numbers, int value)
    {
        if (numbers.Count > 0 && Completes(numbers[^1], value))
        {
            numbers[^1] += value;
        }
        else
        {
            numbers.Add(value);
        }
    }

    private static List<string> Close(List<int> numbers)
    {
        var written = string.Concat(numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        numbers.Clear();
        return written.Length > 0 ? [written] : [];
    }

    private static int? Times(string word) =>
        word switch
        {
            "hundred" => 100,
            "thousand" => 1000,
            _ => null,
        };

    /// <summary>"Twenty" and "one" are one number, and so are "two hundred" and "five"; "nineteen" and "ninety" are two.</summary>
    private static bool Completes(int before, int value) =>
        (before is >= 20 and < 100 && before % 10 == 0 && value is > 0 and < 10) || (before >= 100 && before % 100 == 0 && value < 100);

    private static int? ValueOf(string word)
    {
        if (Values.TryGetValue(word, out var value))
        {
            return value;
        }

        var figures = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        return figures.Length < 7 && int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var written)
            ? written
            : null;
    }
}

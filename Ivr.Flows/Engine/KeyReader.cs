using Ivr.Flows.Calls;

namespace Ivr.Flows.Engine;

/// <summary>
/// Reads keys. 0, star and pound mean the same at every question, unless they are part of an entry; so does 9, unless the question offers it.
/// </summary>
public static class KeyReader
{
    private const string Alphabet = "0123456789*#";

    public static Meaning Read(string keys, Answer answer, bool starBefore)
    {
        if (keys.Length == 0)
        {
            return new Meaning.NotHeard();
        }

        if (keys.Length > 64 || keys.Any(key => !Alphabet.Contains(key, StringComparison.Ordinal)))
        {
            return new Meaning.WrongKey();
        }

        return answer switch
        {
            Answer.OneOf or Answer.Open or Answer.Spoken => Choose(keys, answer.Choices, starBefore),
            Answer.Digits entry => Enter(keys, entry, starBefore),
            _ => throw new InvalidOperationException($"Nothing reads keys for {answer.GetType().Name}."),
        };
    }

    private static Meaning Choose(string keys, IReadOnlyList<Option> choices, bool starBefore) =>
        keys switch
        {
            "0" => new Meaning.WantsHuman(),
            "*" when starBefore => new Meaning.WantsMainMenu(),
            "**" => new Meaning.WantsMainMenu(),
            "*" => new Meaning.WantsBack(),
            "#" => new Meaning.WantsRepeat(),
            "7" when choices.All(option => option.Key != '7') => new Meaning.WantsSlower(),
            [var key] when choices.Any(option => option.Key == key) => new Meaning.Answered(keys),
            "9" => new Meaning.WantsFreeze(),
            _ => new Meaning.WrongKey(),
        };

    private static Meaning Enter(string keys, Answer.Digits entry, bool starBefore)
    {
        // A pound that ended the entry before this one can arrive late, in front of this one.
        var entered = keys.Trim('#');
        return entered switch
        {
            "" => new Meaning.WantsRepeat(),
            "0" when entry.Min > 1 || entry.IsAmount => new Meaning.WantsHuman(),
            "*" when starBefore => new Meaning.WantsMainMenu(),
            "*" => new Meaning.WantsBack(),
            "**" => new Meaning.WantsMainMenu(),
            [var key] when entry.Alone.Contains(key, StringComparison.Ordinal) => new Meaning.Answered(entered),
            _ when Fits(entered, entry) => new Meaning.Answered(entered),
            _ => new Meaning.WrongKey(),
        };
    }

    private static bool Fits(string entered, Answer.Digits entry)
    {
        var digits =
            entry.EndsWithX && entered.EndsWith('*') ? entered[..^1] + "0"
            : entry.IsAmount ? entered.Replace("*", "", StringComparison.Ordinal)
            : entered;
        return entered.Length >= entry.Min && entered.Length <= entry.Max && digits.Length > 0 && digits.All(char.IsAsciiDigit);
    }
}

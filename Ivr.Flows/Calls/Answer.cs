using Ivr.Flows.Prompts;

namespace Ivr.Flows.Calls;

/// <summary>The shape of an answer.</summary>
public abstract record Answer
{
    public static readonly OneOf YesNo = new(new Option('1', Phrases.Yes), new Option('2', Phrases.No));

    /// <summary>What can be chosen; nothing where the answer is an entry.</summary>
    public IReadOnlyList<Option> Choices =>
        this switch
        {
            OneOf choice => choice.Options,
            Open open => open.Options,
            Spoken spoken => spoken.Options,
            _ => [],
        };

    /// <summary>One key at once, or the words that mean it.</summary>
    public sealed record OneOf(params IReadOnlyList<Option> Options) : Answer
    {
        /// <summary>The key that silence stands for, where it is an answer.</summary>
        public char? Silence { get; init; }
    }

    /// <summary>A sentence in the caller's own words, or one key at once; the flow hears <see cref="Said"/> or <see cref="Pressed"/>.</summary>
    public sealed record Open(params IReadOnlyList<Option> Options) : Answer;

    /// <summary>
    /// A name or a place that proves who calls, said; or one key at once. The flow hears <see cref="Said"/> or <see cref="Pressed"/>. What is
    /// said is a secret: it goes to the flow and is kept nowhere, not even for the person who takes over.
    /// </summary>
    public sealed record Spoken(params IReadOnlyList<Option> Options) : Answer;

    /// <summary>Figures, pressed or said. The keys end at once where their number is fixed, else by the pound key or a pause.</summary>
    public sealed record Digits(int Min, int Max) : Answer
    {
        /// <summary>A star as the last key stands for the X of a certificate number.</summary>
        public bool EndsWithX { get; init; }

        /// <summary>A star between keys is the decimal point.</summary>
        public bool IsAmount { get; init; }

        /// <summary>Month and day, two keys each.</summary>
        public bool IsDay { get; init; }

        /// <summary>It proves who the caller is: never asked for aloud, and never said back.</summary>
        public bool IsIdentity { get; init; }

        /// <summary>Keys that are an answer of their own where one of them is all that is entered; shorter than any entry.</summary>
        public string Alone { get; init; } = "";
    }
}

/// <summary>One thing to choose.</summary>
/// <param name="Key">A digit from 1 to 9: 0, star and pound mean the same everywhere.</param>
/// <param name="Phrases">The group of phrases, beside the prompts, that means it.</param>
/// <param name="Offer">What the menu says of it; null where the question says it, or where it is not announced.</param>
public sealed record Option(char Key, string Phrases, Prompt? Offer = null)
{
    /// <summary>Chosen by its key, pressed or said; there are no phrases for it.</summary>
    public static Option ByKey(char key, Prompt offer) => new(key, "", offer);
}

namespace Ivr.Tests.Understanding.Measure;

/// <summary>What came of an utterance.</summary>
public enum Outcome
{
    Right,

    /// <summary>Two were near, and the right one is among them.</summary>
    Asked,

    /// <summary>Nothing was understood.</summary>
    Missed,

    /// <summary>Something else was understood.</summary>
    Wrong,
}

/// <summary>One reading of one version of an utterance.</summary>
/// <param name="Understood">The labels it may mean.</param>
public sealed record Trial(Utterance Utterance, Distortion Distortion, string Words, IReadOnlyList<string> Understood)
{
    /// <summary>Of what means nothing it is right to understand nothing; a question about it is wrong as well, since it takes the caller's time.</summary>
    public Outcome Outcome { get; } =
        Utterance.Kind is Kind.None
            ? Understood.Count == 0
                ? Outcome.Right
                : Outcome.Wrong
            : Understood switch
            {
                [] => Outcome.Missed,
                [var only] => only == Utterance.Label ? Outcome.Right : Outcome.Wrong,
                _ => Understood.Contains(Utterance.Label) ? Outcome.Asked : Outcome.Wrong,
            };

    /// <summary>Wrong without a question: the caller is taken somewhere else.</summary>
    public bool IsConfidentlyWrong => Outcome is Outcome.Wrong && Understood.Count == 1;

    /// <summary>Every version of each utterance, in the order of the corpus.</summary>
    public static IEnumerable<Trial> Of(IReading reading, IEnumerable<Utterance> utterances) =>
        from utterance in utterances
        from version in Distortions.Of(utterance).Prepend((Kind: Distortion.Clean, utterance.Words))
        select new Trial(utterance, version.Kind, version.Words, reading.Read(utterance, version.Words));
}

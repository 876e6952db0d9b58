using Ivr.Tests.Understanding.Measure;

namespace Ivr.Tests.Understanding;

/// <summary>
/// What is understood of the building part does not fall. The floors stand a little under what was measured; bench/Understanding prints all
/// figures, and those of the reported part.
/// </summary>
public sealed class MeasuredTests
{
    private static readonly IReadOnlyList<Trial> Trials = [.. Trial.Of(new ProductReading(), Corpus.Read(Part.Building))];

    /// <summary>Of a hundred, as they were said and distorted.</summary>
    [Theory]
    [InlineData(Kind.Intent, 97, 87)]
    [InlineData(Kind.Global, 97, 81)]
    [InlineData(Kind.YesNo, 68, 41)]
    [InlineData(Kind.Digits, 97, 88)]
    [InlineData(Kind.Money, 98, 71)]
    [InlineData(Kind.Date, 94, 79)]
    [InlineData(Kind.Answer, 90, 85)]
    [InlineData(Kind.None, 95, 95)]
    public void As_much_is_understood_as_before(Kind kind, int clean, int distorted)
    {
        Assert.True(Right(kind, isClean: true) >= clean, $"{Right(kind, isClean: true):0.0} % of {kind}, clean.");
        Assert.True(Right(kind, isClean: false) >= distorted, $"{Right(kind, isClean: false):0.0} % of {kind}, distorted.");
    }

    [Fact]
    public void No_other_answer_to_a_security_question_passes() =>
        Assert.DoesNotContain(
            Trials,
            trial => trial.Utterance is { Kind: Kind.Answer, Label: Labels.Different } && trial.Outcome is not Outcome.Right
        );

    private static double Right(Kind kind, bool isClean)
    {
        var trials = Trials.Where(trial => trial.Utterance.Kind == kind && trial.Distortion is Distortion.Clean == isClean).ToList();
        return 100.0 * trials.Count(trial => trial.Outcome is Outcome.Right) / trials.Count;
    }
}

using Ivr.Tests.Understanding.Measure;

namespace Ivr.Bench.Understanding;

/// <summary>What was not understood of the part that may be looked at; never of the other.</summary>
internal static class Misses
{
    public static void Print(IReading reading)
    {
        foreach (var trial in Trial.Of(reading, Corpus.Read(Part.Building)).Where(trial => trial.Outcome is not Outcome.Right))
        {
            var understood = trial.Understood.Count == 0 ? "-" : string.Join('|', trial.Understood);
            Console.WriteLine(
                $"{trial.Utterance.Kind}\t{trial.Distortion}\t{trial.Utterance.Label}\t{understood}\t{trial.Words}\t{trial.Utterance.Enrolled}"
            );
        }
    }
}

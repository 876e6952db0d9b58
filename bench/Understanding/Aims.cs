using Ivr.Tests.Understanding.Measure;

namespace Ivr.Bench.Understanding;

/// <summary>What the reported part is to reach, and whether it does.</summary>
internal static class Aims
{
    public static void Print(IReadOnlyList<Trial> trials)
    {
        Console.WriteLine();
        Console.WriteLine("Aims, on the reported part");
        var clean = trials.Where(trial => trial.Distortion is Distortion.Clean).ToList();
        var distorted = trials.Where(trial => trial.Distortion is not Distortion.Clean).ToList();
        AtLeast("intents, clean", 95, Share(clean, trial => trial.Utterance.Kind is Kind.Intent, IsRight));
        AtLeast("intents, distorted", 90, Share(distorted, trial => trial.Utterance.Kind is Kind.Intent, IsRight));
        AtMost(
            "intents confidently wrong",
            2,
            Share(trials, trial => trial.Utterance.Kind is Kind.Intent, trial => trial.IsConfidentlyWrong)
        );
        foreach (var kind in new[] { Kind.Digits, Kind.Money, Kind.Date, Kind.YesNo })
        {
            AtLeast($"{kind}, clean", 99, Share(clean, trial => trial.Utterance.Kind == kind, IsRight));
        }

        AtMost(
            "none of these, accepted",
            3,
            Share(trials, trial => trial.Utterance.Kind is Kind.None, trial => trial.Understood.Count > 0)
        );
    }

    private static bool IsRight(Trial trial) => trial.Outcome is Outcome.Right;

    private static double Share(IEnumerable<Trial> trials, Func<Trial, bool> among, Func<Trial, bool> which)
    {
        var rows = trials.Where(among).ToList();
        return 100.0 * rows.Count(which) / rows.Count;
    }

    private static void AtLeast(string what, int aim, double share) => Print(what, $"at least {aim} %", share, share >= aim);

    private static void AtMost(string what, int aim, double share) => Print(what, $"at most {aim} %", share, share <= aim);

    private static void Print(string what, string aim, double share, bool reached) =>
        Console.WriteLine($"  {what, -27}{aim, -15}{share, 6:0.0} %   {(reached ? "reached" : "missed")}");
}

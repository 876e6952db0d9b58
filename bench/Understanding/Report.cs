using Ivr.Tests.Understanding.Measure;

namespace Ivr.Bench.Understanding;

/// <summary>The whole measure as tables: how right each reading is, on which part, after which distortion, and how quick.</summary>
internal static class Report
{
    private static readonly Part[] Parts = [Part.Building, Part.Reported];

    public static void Print(IReadOnlyList<IReading> readings)
    {
        var utterances = Parts.ToDictionary(part => part, Corpus.Read);
        Console.WriteLine(
            $"{utterances[Part.Building].Count} utterances to build with, {utterances[Part.Reported].Count} only reported; "
                + $"each as it was said and in up to {Distortions.Versions} distorted versions."
        );
        foreach (var reading in readings)
        {
            var trials = Parts.ToDictionary(
                part => part,
                part => Progress.Through(Trial.Of(reading, utterances[part]), $"{reading.Name}, {part}")
            );
            Console.WriteLine();
            Console.WriteLine($"== {reading.Name}");
            foreach (var part in Parts)
            {
                PrintKinds(part, trials[part]);
            }

            PrintDistortions(trials[Part.Reported]);
            Confusions.Print(trials[Part.Reported]);
            PrintAccepted(reading, utterances[Part.Reported]);
            Speed.Print(reading, [.. Parts.SelectMany(part => utterances[part])]);
            if (reading is ProductReading)
            {
                Aims.Print(trials[Part.Reported]);
            }
        }
    }

    private static void PrintKinds(Part part, IReadOnlyList<Trial> trials)
    {
        Console.WriteLine();
        Console.WriteLine($"{part, -22}{"clean", 8}{"asked", 8}{"wrong", 8}{"of", 6}   {"distorted", 10}{"asked", 8}{"wrong", 8}{"of", 6}");
        foreach (var (name, rows) in Groups(trials))
        {
            var clean = rows.Where(trial => trial.Distortion is Distortion.Clean).ToList();
            var distorted = rows.Where(trial => trial.Distortion is not Distortion.Clean).ToList();
            Console.WriteLine(
                $"  {name, -20}{Right(clean)}{Asked(clean)}{Wrong(clean)}{clean.Count, 6}     {Right(distorted)}{Asked(distorted)}{Wrong(distorted)}{distorted.Count, 6}"
            );
        }
    }

    private static IEnumerable<(string Name, List<Trial> Rows)> Groups(IReadOnlyList<Trial> trials) =>
        trials
            .GroupBy(trial => trial.Utterance.Kind)
            .SelectMany(kind =>
                kind.GroupBy(trial => trial.Utterance.Language)
                    .Select(language => ($"{kind.Key}, {language.Key}", language.ToList()))
                    .Prepend((kind.Key.ToString(), kind.ToList()))
            );

    private static void PrintDistortions(IReadOnlyList<Trial> trials)
    {
        Console.WriteLine();
        Console.WriteLine($"{"Reported, intents and globals", -22}{"right", 8}{"asked", 8}{"wrong", 8}{"of", 6}");
        var said = trials.Where(trial => trial.Utterance.Kind is Kind.Intent or Kind.Global);
        foreach (var rows in said.GroupBy(trial => trial.Distortion).OrderBy(group => group.Key))
        {
            var all = rows.ToList();
            Console.WriteLine($"  {rows.Key, -27}{Right(all)}{Asked(all)}{Wrong(all)}{all.Count, 6}");
        }
    }

    /// <summary>What is no answer, said at a question for a value.</summary>
    private static void PrintAccepted(IReading reading, IReadOnlyList<Utterance> utterances)
    {
        Console.WriteLine();
        Console.WriteLine("Reported, none of these, taken for a value where one is asked for (a day in passing is one)");
        var none = utterances.Where(utterance => utterance.Kind is Kind.None).ToList();
        foreach (var kind in new[] { Kind.YesNo, Kind.Digits, Kind.Money, Kind.Date })
        {
            var taken = none.Count(utterance => reading.Read(utterance with { Kind = kind }, utterance.Words).Count > 0);
            Console.WriteLine($"  {kind, -27}{taken, 6} of {none.Count}");
        }
    }

    private static string Right(List<Trial> trials) => Share(trials, trial => trial.Outcome is Outcome.Right);

    private static string Asked(List<Trial> trials) => Share(trials, trial => trial.Outcome is Outcome.Asked);

    private static string Wrong(List<Trial> trials) => Share(trials, trial => trial.IsConfidentlyWrong);

    private static string Share(List<Trial> trials, Func<Trial, bool> which) => $"{100.0 * trials.Count(which) / trials.Count, 6:0.0} %";
}

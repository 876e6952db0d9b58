using Ivr.Tests.Understanding.Measure;

namespace Ivr.Bench.Understanding;

/// <summary>What was taken for what; labels alone, so that the reported part stays unread.</summary>
internal static class Confusions
{
    private const string Nothing = "-";

    public static void Print(IReadOnlyList<Trial> trials)
    {
        Console.WriteLine();
        Console.WriteLine("Reported, meant and understood (\"-\" nothing, \"?\" asked), versions of all");
        var rows = trials.Where(trial => trial.Utterance.Kind is not (Kind.Digits or Kind.Money or Kind.Date));
        foreach (var meant in rows.GroupBy(trial => trial.Utterance.Label))
        {
            var understood = meant.CountBy(Understood).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}");
            Console.WriteLine($"  {meant.Key, -16}{string.Join(", ", understood)}");
        }
    }

    private static string Understood(Trial trial) =>
        trial.Understood switch
        {
            [] => Nothing,
            [var only] => only,
            _ => string.Join('/', trial.Understood.Order(StringComparer.Ordinal)) + "?",
        };
}

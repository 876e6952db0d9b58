using System.Diagnostics;
using Ivr.Tests.Understanding.Measure;

namespace Ivr.Bench.Understanding;

/// <summary>Time and memory of one reading, on the machine that runs it.</summary>
internal static class Speed
{
    private const int Rounds = 5;

    public static void Print(IReading reading, IReadOnlyList<Utterance> utterances)
    {
        Console.WriteLine();
        Console.WriteLine($"{"Cost of an utterance", -22}{"µs", 8}{"bytes", 10}");
        foreach (var kind in utterances.GroupBy(utterance => utterance.Kind))
        {
            var some = kind.ToList();
            Read(reading, some); // Until the code is compiled and its tables are read.
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            for (var round = 0; round < Rounds; round++)
            {
                Read(reading, some);
            }

            var elapsed = watch.Elapsed.TotalMicroseconds / (Rounds * some.Count);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (Rounds * some.Count);
            Console.WriteLine($"  {kind.Key, -20}{elapsed, 8:0.0}{bytes, 10:N0}");
        }
    }

    private static void Read(IReading reading, List<Utterance> utterances)
    {
        foreach (var utterance in utterances)
        {
            reading.Read(utterance, utterance.Words);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Ivr.Tests.Calls;
using Ivr.Tests.Webhooks;

namespace Ivr.Tests.Faults;

/// <summary>
/// Measures whether the time of an answer tells if an account exists: pairs of calls in random order, one naming an account and one naming none.
/// It prints figures and judges nothing.
/// </summary>
public static class Timing
{
    /// <summary>The first word of its command line; the second is the number of pairs.</summary>
    public const string Name = "timing";

    private const int PairsPerAccount = 4;

    public static async Task<int> RunAsync(string pairs)
    {
        var count = int.Parse(pairs, CultureInfo.InvariantCulture);
        await using var hotline = await TestHotline.StartAsync("--Hotline:Policy:Verification:AnswerIterations=20000");
        var accounts = await Crowd.JoinAsync(hotline, 1 + (count / PairsPerAccount), "happy");
        using var warm = new TwilioSide(hotline);
        await MeasureAsync(hotline, "699000000000");

        var random = new Random(count);
        var (known, unknown) = (new List<Times>(), new List<Times>());
        for (var pair = 0; pair < count; pair++)
        {
            var (there, nowhere) = (accounts[pair / PairsPerAccount].WalletNo, $"699{pair:000000000}");
            if (random.Next(2) == 0)
            {
                known.Add(await MeasureAsync(hotline, there));
                unknown.Add(await MeasureAsync(hotline, nowhere));
            }
            else
            {
                unknown.Add(await MeasureAsync(hotline, nowhere));
                known.Add(await MeasureAsync(hotline, there));
            }
        }

        Tell("certificate tail", known, unknown, times => times.Tail);
        Tell("answer", known, unknown, times => times.Answer);
        return 0;
    }

    /// <summary>Milliseconds of the two turns that compare something.</summary>
    private sealed record Times(double Tail, double Answer);

    private static async Task<Times> MeasureAsync(TestHotline hotline, string walletNo)
    {
        using var twilio = new TwilioSide(hotline);
        twilio.Always["From"] = "anonymous";
        await twilio.DialAsync();
        await twilio.PressAsync(1, "1");
        await twilio.PressAsync(2, $"{walletNo}#");
        var tail = await TimeAsync(() => twilio.PressAsync(3, "8021"));
        var answer = await TimeAsync(() => twilio.PressAsync(4, "0000"));
        return new Times(tail, answer);
    }

    private static async Task<double> TimeAsync(Func<Task<WebhookAnswer>> send)
    {
        var started = Stopwatch.GetTimestamp();
        (await send()).IsTwiml();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Tell(string what, List<Times> known, List<Times> unknown, Func<Times, double> of)
    {
        var slower = known.Zip(unknown).Count(pair => of(pair.First) > of(pair.Second));
        var deviation = (slower - (known.Count / 2.0)) / Math.Sqrt(known.Count / 4.0);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {known.Count} pairs, median {Median(known):0.000} ms there, {Median(unknown):0.000} ms nowhere, difference {Median(known) - Median(unknown):0.000} ms; slower there in {slower}, sign test z = {deviation:0.00}"
            )
        );

        double Median(List<Times> times) => times.Select(of).Order().ElementAt(times.Count / 2);
    }
}

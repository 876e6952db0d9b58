using System.Globalization;
using Ivr.Data.Secrets;
using Ivr.Flows.Understanding.Answers;
using Ivr.Tests.Rules;
using Xunit.Abstractions;

namespace Ivr.Tests.Understanding;

/// <summary>
/// What matching by sound costs in guessing strength, for who knows nothing of the customer but how common each answer is. The lists are the
/// cities by their people and the hundred commonest surnames by their share, both rounded.
/// </summary>
public sealed class GuessingStrengthTests(ITestOutputHelper output)
{
    private const int PerCall = 3;
    private const int BeforePause = 5;
    private const int BeforeLock = 10;

    [Fact]
    public void A_city_loses_little_by_its_sound_and_the_common_ones_are_refused()
    {
        var cities = Shares("cities");
        var written = Guesses(cities, word => [word]);
        var heard = Guesses(cities, SpokenAnswer.KeysOf);
        var taken = Guesses([.. cities.Where(city => !WeakAnswers.IsCommonAloud(city.Word))], SpokenAnswer.KeysOf);
        Print("birthplace, written", written);
        Print("birthplace, by sound", heard);
        Print("birthplace, by sound, common ones refused", taken);

        Assert.InRange(taken[0], 0, 0.015);
        Assert.InRange(taken.Take(BeforeLock).Sum(), 0, 0.12);
        Assert.InRange(Keys(cities), 270, cities.Count);
    }

    [Fact]
    public void A_surname_alone_is_guessed_by_one_caller_in_ten_and_is_refused()
    {
        var surnames = Shares("surnames");
        Print("surname, written", Guesses(surnames, word => [word]));
        Print("surname, by sound (refused)", Guesses(surnames, SpokenAnswer.KeysOf));

        Assert.InRange(Guesses(surnames, SpokenAnswer.KeysOf)[0], 0.08, 0.2);
        Assert.All(surnames, surname => Assert.True(WeakAnswers.IsCommonAloud(surname.Word)));
    }

    [Fact]
    public void A_full_name_is_guessed_by_less_than_one_caller_in_five_hundred()
    {
        // Given names as if each were as common as 伟 after 张, which three people in a thousand of that surname bear: most are far rarer.
        const double Commonest = 0.0033;
        var surnames = Shares("surnames");
        var given = Repository
            .Read("Ivr.Tests/Understanding/names/given-names.txt")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var names = surnames
            .SelectMany(surname => given.Select(name => (Word: surname.Word + name, Share: surname.Share * Commonest)))
            .ToList();
        var written = Guesses(names, word => [word], total: 1);
        var heard = Guesses(names, SpokenAnswer.KeysOf, total: 1);
        var taken = Guesses([.. names.Where(name => !WeakAnswers.IsCommonAloud(name.Word))], SpokenAnswer.KeysOf, total: 1);
        Print("full name, written", written);
        Print("full name, by sound", heard);
        Print("full name, by sound, common ones refused", taken);
        output.WriteLine($"{names.Count} names have {Keys(names)} sounds");

        Assert.InRange(taken[0], 0, 0.002);
    }

    /// <summary>What each further guess of a clever guesser is right for; one guess is all the ways in which one utterance may be heard.</summary>
    private static IReadOnlyList<double> Guesses(
        IReadOnlyList<(string Word, double Share)> answers,
        Func<string, IReadOnlyList<string>> sounds,
        double? total = null
    )
    {
        var sum = total ?? answers.Sum(answer => answer.Share);
        var left = answers.Select(answer => (answer.Share, Sounds: sounds(answer.Word))).ToList();
        var guesses = new List<double>();
        while (left.Count > 0 && guesses.Count <= BeforeLock)
        {
            var bySound = left.SelectMany(answer => answer.Sounds.Select(sound => (sound, answer.Share)))
                .GroupBy(pair => pair.sound, pair => pair.Share)
                .ToDictionary(group => group.Key, group => group.Sum());
            var best = left.MaxBy(answer => answer.Sounds.Sum(sound => bySound[sound])).Sounds;
            guesses.Add(left.Where(answer => answer.Sounds.Intersect(best).Any()).Sum(answer => answer.Share) / sum);
            left = [.. left.Where(answer => !answer.Sounds.Intersect(best).Any())];
        }

        return [.. guesses.OrderDescending()];
    }

    private static int Keys(IEnumerable<(string Word, double Share)> answers) =>
        answers.Select(answer => SpokenAnswer.KeysOf(answer.Word)[0]).Distinct().Count();

    private void Print(string what, IReadOnlyList<double> guesses) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: first guess {guesses[0]:P2}, {PerCall} in a call {guesses.Take(PerCall).Sum():P2}, "
                    + $"{BeforePause} before the pause {guesses.Take(BeforePause).Sum():P2}, "
                    + $"{BeforeLock} for ever {guesses.Take(BeforeLock).Sum():P2}; {-Math.Log2(guesses[0]):F1} bits against one guess"
            )
        );

    private static List<(string Word, double Share)> Shares(string list) =>
        [
            .. Repository
                .Read($"Ivr.Tests/Understanding/names/{list}.txt")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Trim().Split(' '))
                .Select(parts => (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture) / (list == "surnames" ? 100 : 1))),
        ];
}

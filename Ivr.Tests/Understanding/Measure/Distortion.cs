using System.Security.Cryptography;
using System.Text;
using Ivr.Flows;

namespace Ivr.Tests.Understanding.Measure;

/// <summary>What a recogniser or a bad line makes of what was said.</summary>
public enum Distortion
{
    /// <summary>As it was said.</summary>
    Clean,

    /// <summary>Other characters or words that sound the same.</summary>
    Homophones,

    /// <summary>Sounds of one class taken for each other: n and l, zh and z, an and ang; in English, words that are near.</summary>
    Confusions,

    /// <summary>Mandarin: the right syllable in another tone.</summary>
    LostTones,

    /// <summary>English: plural and past endings that were not heard.</summary>
    LostEndings,

    /// <summary>English: words written as one, or one as two.</summary>
    RunTogether,

    /// <summary>Syllables or words that are missing.</summary>
    Dropped,

    /// <summary>Syllables or words heard twice.</summary>
    Repeated,

    /// <summary>The end of what was said is missing.</summary>
    Truncated,

    /// <summary>Another digit; in a value the same digit written otherwise.</summary>
    DigitSwap,

    /// <summary>Hesitation before or after.</summary>
    Fillers,

    /// <summary>Marks where the caller paused.</summary>
    Pauses,
}

/// <summary>
/// Distorts utterances as recognisers do. The same utterance is always distorted the same way, whatever stands beside it, and what must not
/// change stays: a value keeps its value, a no keeps its no.
/// </summary>
public static class Distortions
{
    /// <summary>Distorted versions of each utterance, beside the clean one.</summary>
    public const int Versions = 3;

    private const string Seed = "line 1:";

    private static readonly Distortion[] OfWords =
    [
        Distortion.Homophones,
        Distortion.Confusions,
        Distortion.LostTones,
        Distortion.LostEndings,
        Distortion.RunTogether,
        Distortion.Dropped,
        Distortion.Repeated,
        Distortion.Truncated,
        Distortion.DigitSwap,
    ];

    private static readonly Distortion[] OfYesNo =
    [
        Distortion.Homophones,
        Distortion.LostTones,
        Distortion.Repeated,
        Distortion.Fillers,
        Distortion.Pauses,
    ];

    private static readonly Distortion[] OfValues = [Distortion.Homophones, Distortion.DigitSwap, Distortion.Fillers, Distortion.Pauses];

    private static readonly Distortion[] OfAnswers =
    [
        Distortion.Homophones,
        Distortion.Confusions,
        Distortion.LostTones,
        Distortion.LostEndings,
        Distortion.Fillers,
        Distortion.Pauses,
    ];

    /// <summary>Up to <see cref="Versions"/> versions, each of another kind; fewer where the words do not allow more.</summary>
    public static IEnumerable<(Distortion Kind, string Words)> Of(Utterance utterance)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Seed + utterance.Words));
        var chance = new Random(BitConverter.ToInt32(hash));
        var kinds = Allowed(utterance.Kind).ToArray();
        chance.Shuffle(kinds);
        return kinds
            .Select(kind => (Kind: kind, Words: Distort(utterance, kind, chance)))
            .Where(version => version.Words is not null && version.Words != utterance.Words)
            .Take(Versions)
            .Select(version => (version.Kind, version.Words!))
            .ToList();
    }

    private static Distortion[] Allowed(Kind kind) =>
        kind switch
        {
            Kind.Intent or Kind.Global or Kind.None => OfWords,
            Kind.YesNo => OfYesNo,
            Kind.Digits or Kind.Money or Kind.Date => OfValues,
            Kind.Answer => OfAnswers,
        };

    private static string? Distort(Utterance utterance, Distortion kind, Random chance)
    {
        var keepsValue = utterance.Kind is Kind.Digits or Kind.Money or Kind.Date;
        return utterance.Language switch
        {
            Language.Mandarin => new MandarinDistortion(chance, keepsValue).Distort(utterance.Words, kind),
            Language.English => new EnglishDistortion(chance, keepsValue).Distort(utterance.Words, kind),
        };
    }
}

namespace Ivr.Flows.Understanding.Answers;

/// <summary>
/// Tells what an answer said aloud sounds like, the same when it is enrolled and when a call brings it. One utterance is one answer: all that
/// is left of it when the words around it are gone, never a part of that.
/// </summary>
public static class SpokenAnswer
{
    /// <summary>Raised when the same words give other keys than before: what was enrolled until then has to be enrolled anew.</summary>
    public const int Version = 1;

    /// <summary>So many keys at most come of one utterance: the readings of its characters, and nothing else.</summary>
    public const int MostKeys = 4;

    /// <summary>Whether anything is left to compare: who only hesitated has not answered.</summary>
    public static bool IsAnswer(string words) => KeysOf(words).Count > 0;

    /// <summary>One guess at a surname alone is right for one person in ten: no answer to enrol.</summary>
    public static bool IsOneCharacter(string words) => AnswerWords.Of(words) is [{ Length: 1 }];

    /// <summary>The ways in which an answer may be read, the most usual first; none where there is no answer.</summary>
    public static IReadOnlyList<string> KeysOf(string words)
    {
        var pieces = AnswerWords.Of(words).Select(AnswerSounds.Of).Where(piece => piece.Count > 0).ToList();
        if (pieces.Count == 0)
        {
            return [];
        }

        // Who says it twice, as "Boston. Boston.", says one thing; who says two things says neither.
        var first = Usual(pieces[0]);
        var whole = pieces.TrueForAll(piece => Usual(piece) == first) ? pieces[0] : [.. pieces.SelectMany(piece => piece)];
        return [.. Readings(SaidOnce(whole)).Distinct(StringComparer.Ordinal).Take(MostKeys)];
    }

    /// <summary>The same said twice without a pause, as 福州福州.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> SaidOnce(IReadOnlyList<IReadOnlyList<string>> sounds)
    {
        var half = sounds.Count / 2;
        var isTwice = half > 1 && sounds.Count % 2 == 0 && Usual(sounds.Take(half)) == Usual(sounds.Skip(half));
        return isTwice ? [.. sounds.Take(half)] : sounds;
    }

    /// <summary>The usual reading, then each with one character read in another way.</summary>
    private static IEnumerable<string> Readings(IReadOnlyList<IReadOnlyList<string>> sounds)
    {
        yield return Usual(sounds);
        for (var at = 0; at < sounds.Count; at++)
        {
            foreach (var other in sounds[at].Skip(1))
            {
                yield return Usual([.. sounds.Take(at), [other], .. sounds.Skip(at + 1)]);
            }
        }
    }

    private static string Usual(IEnumerable<IReadOnlyList<string>> sounds) => string.Join('-', sounds.Select(readings => readings[0]));
}

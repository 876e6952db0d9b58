using Ivr.Flows.Understanding.Sounds;

namespace Ivr.Flows.Understanding;

/// <summary>Hears syllables.</summary>
internal sealed class MandarinEar : Ear
{
    public override IEnumerable<Token?> Hear(string text)
    {
        foreach (var character in text)
        {
            if (Syllables.At(character) is { } readings)
            {
                yield return new Token(character.ToString(), readings, "");
            }
            else if (char.IsPunctuation(character))
            {
                yield return null;
            }
        }
    }

    public override float Distance(Token one, Token other)
    {
        if (one.Readings.Length == 1 && other.Readings.Length == 1)
        {
            return Syllables.Distance(one.Readings[0].Index, other.Readings[0].Index);
        }

        var least = 1f;
        foreach (var reading in one.Readings)
        {
            foreach (var heard in other.Readings)
            {
                least = Math.Min(least, Syllables.Distance(reading.Index, heard.Index));
            }
        }

        return least;
    }
}

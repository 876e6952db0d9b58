namespace Ivr.Flows.Understanding;

/// <summary>Takes a text apart into what can be compared by sound.</summary>
internal abstract class Ear
{
    public static Ear For(Language language) =>
        language switch
        {
            Language.Mandarin => new MandarinEar(),
            Language.English => new EnglishEar(),
        };

    /// <summary>The tokens in order; null stands for a pause, where the text has a mark.</summary>
    public abstract IEnumerable<Token?> Hear(string text);

    /// <summary>Puts right what was written as two tokens, or as one, and is otherwise in the phrases.</summary>
    public virtual IEnumerable<Token?> Mend(IReadOnlyList<Token?> heard, Func<string, bool> isKnown) => heard;

    /// <summary>0 where two tokens are the same, 1 where they have nothing to do with each other.</summary>
    public abstract float Distance(Token one, Token other);
}

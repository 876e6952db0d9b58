namespace Ivr.Flows.Understanding;

/// <summary>Decides what is sure, what has to be asked, and what is too little.</summary>
internal static class Certainty
{
    /// <summary>About a phrase of two syllables, or one word that only one group has.</summary>
    private const float Least = 0.7f;

    /// <summary>Of a sentence, so much has to speak for what is meant; of a few words alone, more.</summary>
    private const float LeastShare = 0.2f;
    private const float EnoughAlone = 0.55f;

    /// <summary>The second is asked about where it comes so near to the first.</summary>
    private const float Near = 0.7f;

    /// <summary>Questions and answers are nearer to each other than branches are, and a wrong answer costs more than a question.</summary>
    public const float NearOfQuestions = 0.45f;

    public static IReadOnlyList<string> Choose(IReadOnlyList<Likelihood> ranked, float near = Near)
    {
        if (ranked is not [var best, ..] || best.Share < LeastShare || (best.Score < Least && best.Share < EnoughAlone))
        {
            return [];
        }

        return ranked is [_, var second, ..] && second.Score >= best.Score * near ? [best.Group, second.Group] : [best.Group];
    }
}

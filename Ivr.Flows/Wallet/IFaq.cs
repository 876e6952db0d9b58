using Ivr.Flows.Speaking;

namespace Ivr.Flows.Wallet;

/// <summary>A question that customers ask, and its answer, in both languages.</summary>
/// <param name="Id">The name of the entry in <c>faq.json</c>.</param>
public sealed record FaqEntry(string Id, Wording Question, Wording Answer);

/// <summary>The questions and answers, and how one is found by what a caller says.</summary>
public interface IFaq
{
    /// <summary>All of them, the commonest first.</summary>
    IReadOnlyList<FaqEntry> All { get; }

    /// <summary>What may be meant: nothing, the one that is, or the two between which the caller is asked.</summary>
    IReadOnlyList<FaqEntry> Find(string words, Language language);
}

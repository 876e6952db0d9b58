using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="FaqFlow"/>; the questions and answers themselves stand in <c>faq.json</c>.</summary>
public static class FaqPrompts
{
    public static readonly Prompt AskQuestion = new("questions/ask");
    public static readonly Prompt AskOtherwise = new("questions/ask-otherwise");
    public static readonly Prompt NotFound = new("questions/not-found");
    public static readonly Prompt WasItClear = new("questions/was-it-clear");
    public static readonly Prompt Sent = new("questions/sent");
    public static readonly Prompt ReadInTheApp = new("questions/read-in-the-app");
    public static readonly Prompt PersonInstead = new("questions/person-instead");

    /// <summary>What the main menu says of it.</summary>
    public static Prompt OfferBranch(Key key) => new("questions/offer-branch", ("key", key));

    public static Prompt Offer(Wording question, Key key) => new("questions/offer", ("question", question), ("key", key));

    public static Prompt OfferMore(Key key) => new("questions/offer-more", ("key", key));

    public static Prompt Answer(Wording answer) => new("questions/answer", ("answer", answer));
}

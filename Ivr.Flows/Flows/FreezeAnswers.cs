using Ivr.Flows.Calls;

namespace Ivr.Flows.Flows;

/// <summary>What can be answered to the questions of <see cref="FreezeFlow"/>.</summary>
internal static class FreezeAnswers
{
    public static readonly Answer ForWhom = new Answer.OneOf(
        new Option('1', Phrases.ForMyself),
        new Option('2', Phrases.No),
        new Option('3', Phrases.ForFamily)
    );

    public static readonly Answer NotSure = new Answer.OneOf(
        new Option('1', Phrases.PersonNow),
        new Option('2', Phrases.KeyAgain),
        new Option('3', Phrases.NotNeeded)
    );
}

using Ivr.Flows.Calls;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>What can be answered to the questions of <see cref="ReportFlow"/>.</summary>
internal static class ReportAnswers
{
    private static readonly (FraudSign Sign, string Phrases)[] Contacts =
    [
        (FraudSign.Call, Phrases.ByCall),
        (FraudSign.Message, Phrases.ByMessage),
        (FraudSign.Link, Phrases.ByLink),
        (FraudSign.SharedScreen, Phrases.ByScreen),
        (FraudSign.Other, Phrases.SomethingElse),
    ];

    private static readonly (FraudSign Sign, string Phrases)[] Account =
    [
        (FraudSign.StrangeSignIn, Phrases.StrangeSignIn),
        (FraudSign.StrangePayment, Phrases.StrangePayment),
        (FraudSign.ChangedDetails, Phrases.ChangedDetails),
        (FraudSign.LostPhone, Phrases.LostPhone),
        (FraudSign.Other, Phrases.SomethingElse),
    ];

    private static readonly (FraudTime Time, string Phrases)[] When =
    [
        (FraudTime.Today, Phrases.Today),
        (FraudTime.Yesterday, Phrases.Yesterday),
        (FraudTime.ThisWeek, Phrases.ThisWeek),
        (FraudTime.Earlier, Phrases.Earlier),
    ];

    /// <summary>How somebody came to the caller.</summary>
    public static Answer OfContact =>
        List([.. Contacts.Select(one => (one.Phrases, (Func<Key, Prompt>)(key => ReportPrompts.Offer(one.Sign, key))))]);

    /// <summary>What is wrong in the caller's account.</summary>
    public static Answer OfAccount =>
        List([.. Account.Select(one => (one.Phrases, (Func<Key, Prompt>)(key => ReportPrompts.Offer(one.Sign, key))))]);

    public static Answer Times =>
        List([.. When.Select(one => (one.Phrases, (Func<Key, Prompt>)(key => ReportPrompts.OfferTime(one.Time, key))))]);

    public static FraudSign SignOf(char key, bool isAnomaly) => (isAnomaly ? Account : Contacts)[key - '1'].Sign;

    public static FraudTime TimeOf(char key) => When[key - '1'].Time;

    private static Answer.OneOf List((string Phrases, Func<Key, Prompt> Offer)[] all) =>
        new([.. all.Select((one, at) => new Option((char)('1' + at), one.Phrases, one.Offer(new Key((char)('1' + at)))))]);
}

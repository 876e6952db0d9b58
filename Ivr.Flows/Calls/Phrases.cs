namespace Ivr.Flows.Calls;

/// <summary>The groups of phrases that the code speaks of; their words stand in <c>phrases.json</c> of each language.</summary>
public static class Phrases
{
    public const string Human = "human";
    public const string Back = "back";
    public const string MainMenu = "main-menu";
    public const string Repeat = "repeat";
    public const string Help = "help";
    public const string Wait = "wait";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Unlock = "unlock";
    public const string Payment = "payment";
    public const string Refund = "refund";
    public const string OtherLanguage = "other-language";
    public const string ByAmount = "by-amount";
    public const string ByOrder = "by-order";
    public const string TryAgain = "try-again";
    public const string SelfService = "self-service";
    public const string More = "more";
    public const string NothingElse = "nothing-else";
    public const string Received = "received";
    public const string NotReceived = "not-received";
    public const string ChargedInVain = "charged-in-vain";
    public const string ChargedWrongly = "charged-wrongly";
    public const string CannotPay = "cannot-pay";
    public const string ChargeUnknown = "charge-unknown";
    public const string NetworkIsThere = "network-is-there";
    public const string NetworkIsGone = "network-is-gone";
    public const string Solved = "solved";
    public const string NotSolved = "not-solved";
    public const string ByDay = "by-day";
    public const string Today = "today";
    public const string Yesterday = "yesterday";
    public const string OtherDay = "other-day";
    public const string IsRight = "is-right";
    public const string Dispute = "dispute";
    public const string RefundState = "refund-state";
    public const string OpenRefund = "open-refund";
    public const string RefundMissing = "refund-missing";
    public const string RefundPolicy = "refund-policy";
    public const string NotDelivered = "not-delivered";
    public const string Faulty = "faulty";
    public const string PaidTwice = "paid-twice";
    public const string WrongAmount = "wrong-amount";
    public const string OtherReason = "other-reason";
    public const string Next = "next";

    /// <summary>Understood in every state that takes speech.</summary>
    public static readonly IReadOnlyList<string> Everywhere = [Human, Back, MainMenu, Repeat, Help, Wait, OtherLanguage];
}

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
    public const string Slower = "slower";
    public const string Faster = "faster";
    public const string Freeze = "freeze";
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
    public const string CallBack = "call-back";
    public const string LeaveMessage = "leave-message";
    public const string InTheApp = "in-the-app";
    public const string More = "more";
    public const string NothingElse = "nothing-else";
    public const string Received = "received";
    public const string NotReceived = "not-received";
    public const string Card = "card";
    public const string Safety = "safety";
    public const string OtherQuestion = "other-question";
    public const string ChangeCard = "change-card";
    public const string CardStays = "card-stays";
    public const string CodeNotComing = "code-not-coming";
    public const string CardLost = "card-lost";
    public const string NextStep = "next-step";
    public const string NextPiece = "next-piece";
    public const string HeardEnough = "heard-enough";
    public const string Suspicious = "suspicious";
    public const string Anomaly = "anomaly";
    public const string SafetyAdvice = "safety-advice";
    public const string ProveYourself = "prove-yourself";
    public const string CodeOfTheApp = "code-of-the-app";
    public const string OwnPhrase = "own-phrase";
    public const string Matches = "matches";
    public const string DoesNotMatch = "does-not-match";
    public const string ByCall = "by-call";
    public const string ByMessage = "by-message";
    public const string ByLink = "by-link";
    public const string ByScreen = "by-screen";
    public const string StrangeSignIn = "strange-sign-in";
    public const string StrangePayment = "strange-payment";
    public const string ChangedDetails = "changed-details";
    public const string LostPhone = "lost-phone";
    public const string SomethingElse = "something-else";
    public const string Today = "today";
    public const string Yesterday = "yesterday";
    public const string ThisWeek = "this-week";
    public const string Earlier = "earlier";
    public const string ForMyself = "for-myself";
    public const string ForFamily = "for-family";
    public const string PersonNow = "person-now";
    public const string KeyAgain = "key-again";
    public const string NotNeeded = "not-needed";
    public const string CommonQuestions = "common-questions";
    public const string MoreQuestions = "more-questions";
    public const string Neither = "neither";
    public const string Clear = "clear";
    public const string HearAgain = "hear-again";
    public const string SendIt = "send-it";
    public const string Solved = "solved";
    public const string NotSolved = "not-solved";
    public const string ChargedInVain = "charged-in-vain";
    public const string ChargedWrongly = "charged-wrongly";
    public const string CannotPay = "cannot-pay";
    public const string ChargeUnknown = "charge-unknown";
    public const string NetworkIsThere = "network-is-there";
    public const string NetworkIsGone = "network-is-gone";
    public const string ByDay = "by-day";
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
    public const string Correction = "correction";
    public const string OtherSecret = "other-secret";

    /// <summary>Understood in every state that takes speech.</summary>
    public static readonly IReadOnlyList<string> Everywhere =
    [
        Human,
        Back,
        MainMenu,
        Repeat,
        Help,
        Wait,
        Slower,
        Faster,
        OtherLanguage,
        Freeze,
        Correction,
    ];

    /// <summary>Every group there is.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. typeof(Phrases).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
    ];
}

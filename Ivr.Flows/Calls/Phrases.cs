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

    /// <summary>Understood in every state that takes speech.</summary>
    public static readonly IReadOnlyList<string> Everywhere = [Human, Back, MainMenu, Repeat, Help, Wait, Slower, Faster, OtherLanguage];
}

using Ivr.Flows.Calls;

namespace Ivr.Flows.Flows;

/// <summary>What a caller can choose where no person comes. Back to self-service is 2 everywhere; 9 is left to the emergency freeze.</summary>
internal static class AgentChoices
{
    public const string TryAgain = "1";
    public const string SelfService = "2";
    public const string Message = "3";
    public const string Callback = "4";
    public const string MessageWhileClosed = "1";
    public const string CallbackWhileClosed = "3";

    private const char FreezeKey = '9';

    public static Ask WhatNow(bool canBeCalled) =>
        new(
            null,
            new Answer.OneOf([
                new Option(TryAgain[0], Phrases.TryAgain, AgentPrompts.OfferTryAgain(new(TryAgain[0]))),
                BackToSelfService,
                LeaveMessage(Message[0]),
                .. CallMe(Callback[0], canBeCalled),
            ])
        );

    public static Ask WhileClosed(bool canBeCalled) =>
        new(
            null,
            new Answer.OneOf([LeaveMessage(MessageWhileClosed[0]), BackToSelfService, .. CallMe(CallbackWhileClosed[0], canBeCalled)])
        );

    /// <summary>What the emergency freeze says of itself, where the menu has it: it needs no person.</summary>
    public static IEnumerable<Say> Freeze =>
        Hotline.Menu.Where(branch => branch.Key == FreezeKey).Select(branch => new Say(branch.Offer(new(FreezeKey))));

    public static Option BackToSelfService { get; } =
        new(SelfService[0], Phrases.SelfService, AgentPrompts.OfferSelfService(new(SelfService[0])));

    public static Option LeaveMessage(char key) => new(key, Phrases.LeaveMessage, AgentPrompts.OfferMessage(new(key)));

    private static IEnumerable<Option> CallMe(char key, bool canBeCalled) =>
        canBeCalled ? [new Option(key, Phrases.CallBack, AgentPrompts.OfferCallback(new(key)))] : [];
}

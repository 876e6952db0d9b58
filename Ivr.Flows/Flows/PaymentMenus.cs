using Ivr.Flows.Calls;

namespace Ivr.Flows.Flows;

/// <summary>The questions of <see cref="PaymentFlow"/> that offer several things.</summary>
internal static class PaymentMenus
{
    public static Ask WhatHappened =>
        new(
            null,
            new Answer.OneOf(
                new Option('1', Phrases.ChargedInVain, PaymentPrompts.OfferChargedInVain(new('1'))),
                new Option('2', Phrases.ChargedWrongly, PaymentPrompts.OfferChargedWrongly(new('2'))),
                new Option('3', Phrases.CannotPay, PaymentPrompts.OfferCannotPay(new('3'))),
                new Option('4', Phrases.ChargeUnknown, PaymentPrompts.OfferChargeUnknown(new('4')))
            )
        );

    /// <summary>The caller goes and looks: the hotline waits without counting.</summary>
    public static Ask IsNetworkThere =>
        new(PaymentPrompts.CheckNetwork, new Answer.OneOf(new Option('1', Phrases.NetworkIsThere), new Option('2', Phrases.NetworkIsGone)))
        {
            IsUnhurried = true,
        };

    public static Ask IsBillFine =>
        new(PaymentPrompts.CheckBill, new Answer.OneOf(new Option('1', Phrases.Solved), new Option('2', Phrases.NotSolved)))
        {
            IsUnhurried = true,
        };

    public static PaymentFlow.Trigger? Happened(string key) =>
        key switch
        {
            "1" => PaymentFlow.Trigger.WasChargedInVain,
            "2" => PaymentFlow.Trigger.WasChargedWrongly,
            "3" => PaymentFlow.Trigger.CannotPay,
            "4" => PaymentFlow.Trigger.ChargeUnknown,
            _ => null,
        };
}

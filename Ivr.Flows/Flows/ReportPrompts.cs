using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="ReportFlow"/>.</summary>
public static class ReportPrompts
{
    public static readonly Prompt WhatHappened = new("report/what-happened");
    public static readonly Prompt WhenWasIt = new("report/when-was-it");
    public static readonly Prompt MoneySent = new("report/money-sent");
    public static readonly Prompt CodeTold = new("report/code-told");
    public static readonly Prompt FileNow = new("report/file-now");
    public static readonly Prompt KeepEvidence = new("report/keep-evidence");
    public static readonly Prompt FreezeToo = new("report/freeze-too");
    public static readonly Prompt PersonToo = new("report/person-too");
    public static readonly Prompt PersonFirst = new("report/person-first");
    public static readonly Prompt NotFiled = new("report/not-filed");

    public static Prompt Filed(Reference caseNo) => new("report/filed", ("case", caseNo));

    public static Prompt Offer(FraudSign sign, Key key) =>
        sign switch
        {
            FraudSign.Call => new("report/offer-call", ("key", key)),
            FraudSign.Message => new("report/offer-message", ("key", key)),
            FraudSign.Link => new("report/offer-link", ("key", key)),
            FraudSign.SharedScreen => new("report/offer-shared-screen", ("key", key)),
            FraudSign.StrangeSignIn => new("report/offer-strange-sign-in", ("key", key)),
            FraudSign.StrangePayment => new("report/offer-strange-payment", ("key", key)),
            FraudSign.ChangedDetails => new("report/offer-changed-details", ("key", key)),
            FraudSign.LostPhone => new("report/offer-lost-phone", ("key", key)),
            FraudSign.Other => new("report/offer-other", ("key", key)),
        };

    public static Prompt OfferTime(FraudTime time, Key key) =>
        time switch
        {
            FraudTime.Today => new("report/offer-today", ("key", key)),
            FraudTime.Yesterday => new("report/offer-yesterday", ("key", key)),
            FraudTime.ThisWeek => new("report/offer-this-week", ("key", key)),
            FraudTime.Earlier => new("report/offer-earlier", ("key", key)),
        };
}

namespace Ivr.Flows.Flows;

/// <summary>Something that is told piece by piece.</summary>
public enum Guide
{
    /// <summary>Steps: the caller does each before the next is told.</summary>
    ChangeCard,

    WhyCardStays,
    CodeNotComing,
    StayingSafe,
}

/// <summary>One piece of a guide.</summary>
public enum GuidePiece
{
    StepOpenApp,
    StepOpenSettings,
    StepOpenCards,
    StepUnbind,
    StepConfirm,
    StepAddCard,
    StepEnterNumber,
    StepEnterCode,

    StaysWhilePending,
    StaysAsOnlyCard,
    StaysForCredit,
    StaysByBank,
    StaysForOldNumber,

    CodeSignal,
    CodeNumberAtBank,
    CodeWait,
    CodeThreeTimes,
    CodeBankLine,

    SafePassword,
    SafeTwoFactors,
    SafeDevices,
    SafeNoLinks,
    SafeAlerts,
}

/// <summary>What each guide is made of, in order.</summary>
public static class Guides
{
    private static readonly GuidePiece[] All = Enum.GetValues<GuidePiece>();

    public static IReadOnlyList<GuidePiece> Pieces(this Guide guide) =>
        guide switch
        {
            Guide.ChangeCard => All[..8],
            Guide.WhyCardStays => All[8..13],
            Guide.CodeNotComing => All[13..18],
            Guide.StayingSafe => All[18..],
        };

    public static bool IsSteps(this Guide guide) => guide == Guide.ChangeCard;
}

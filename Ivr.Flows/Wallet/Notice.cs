namespace Ivr.Flows.Wallet;

/// <summary>What an account's owner is told in writing.</summary>
public enum Notice
{
    /// <summary>The account was unlocked by phone.</summary>
    Unlocked,

    /// <summary>Somebody answered this account's security questions wrongly several times.</summary>
    QuestionsPaused,
}

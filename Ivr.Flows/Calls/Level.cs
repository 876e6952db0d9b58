namespace Ivr.Flows.Calls;

/// <summary>How sure the hotline is of who is calling, weakest first.</summary>
public enum Level
{
    /// <summary>Nothing is known.</summary>
    L0,

    /// <summary>The registered number calls, or a wallet number came with the right certificate tail.</summary>
    L1,

    /// <summary>L1 and one right security answer.</summary>
    L1Plus,

    /// <summary>L1 and two right security answers.</summary>
    L2,

    /// <summary>L2 and a one-time code, given for one action.</summary>
    L3,
}

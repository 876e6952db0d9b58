namespace Ivr.Flows.Calls;

/// <summary>Notes that name a case. One that they name for the first time was opened in that step, and is from then on the call's.</summary>
public interface INotesWithCase
{
    /// <summary>What the caller is told to refer to; null where there is no case.</summary>
    string? CaseNo { get; }
}

namespace Ivr.Flows.Flows;

/// <summary>What a branch can come back with.</summary>
public static class Outcomes
{
    public const string Done = "done";
    public const string NotProven = "not-proven";
}

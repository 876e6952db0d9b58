using System.Text.Json.Serialization;

namespace Ivr.Flows.Engine;

/// <summary>How often the caller was not heard or not understood: at one question, and in the whole call.</summary>
public sealed record Patience
{
    /// <summary>So many at one question, then a person.</summary>
    private const int PerQuestion = 3;

    /// <summary>So many in a call, then keys only.</summary>
    private const int BeforeKeysOnly = 4;

    /// <summary>So many in a call, then a person.</summary>
    private const int PerCall = 6;

    public int NotHeard { get; init; }
    public int NotUnderstood { get; init; }

    /// <summary>A wrong key was forgiven at this question.</summary>
    public bool ForgaveKey { get; init; }

    /// <summary>The caller was asked what was meant at this question; only the first time is no error.</summary>
    public bool ForgaveDoubt { get; init; }

    public int InCall { get; init; }

    /// <summary>Speech does not work for this caller, here or at all.</summary>
    public bool KeysOnly => NotUnderstood >= 2 || NotHeard >= PerQuestion || InCall >= BeforeKeysOnly;

    public bool IsSpent => NotHeard > PerQuestion || NotUnderstood > PerQuestion || InCall >= PerCall;

    [JsonIgnore]
    public bool IsPossible => NotHeard >= 0 && NotUnderstood >= 0 && InCall >= 0;

    /// <summary>A new question: its own counts begin again, the call's go on.</summary>
    public Patience ForNextQuestion() => new() { InCall = InCall };

    /// <summary>Back from a person: keys only, and two more tries before the next one.</summary>
    public Patience AfterPerson() => new() { InCall = Math.Min(InCall, BeforeKeysOnly) };

    public Patience AfterSilence() => this with { NotHeard = NotHeard + 1, InCall = InCall + 1 };

    public Patience AfterNonsense() => this with { NotUnderstood = NotUnderstood + 1, InCall = InCall + 1 };
}

using System.Collections.Immutable;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;

namespace Ivr.Web.Proving;

/// <summary>Where a call stands after a step, and how it came there.</summary>
public sealed class Situation
{
    public required Persona Persona { get; init; }

    /// <summary>Null where the call begins.</summary>
    public Situation? From { get; init; }

    public Deed? Deed { get; init; }

    public required Session Session { get; init; }

    public required Reply Reply { get; init; }

    /// <summary>The question that waits for an answer; null where none does.</summary>
    public required Ask? Asked { get; init; }

    /// <summary>The prompts of the state that waits.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>What happened in the step that led here.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>What broke; null where nothing did.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The database; let go of once every step from here was tried.</summary>
    public byte[]? World { get; set; }

    /// <summary>What is heard, in the call's language, and how long it takes to say.</summary>
    public required Lazy<Hearing> Heard { get; init; }

    /// <summary>The ways on that were tried.</summary>
    public List<(Deed Deed, Situation To, double Seconds)> Ways { get; } = [];

    /// <summary>Everything was tried from here.</summary>
    public bool IsExplored { get; set; }

    /// <summary>The webhooks so far: the call's first is number one.</summary>
    public int Webhooks => From is null ? 1 : From.Webhooks + 1;

    public Frame Now => Session.Now;

    public string Place => $"{Now.Flow}.{Now.State}";

    /// <summary>The caller is with a person or on the way to one, speaks to a recorder, or is gone: the hotline waits for no answer.</summary>
    public bool IsOut => Reply.Ending is not Ending.Listen;

    /// <summary>The caller was not heard or not understood here, or was asked in between what was meant.</summary>
    public bool IsTroubled =>
        Session.Doubt is not null
        || Session.StarBefore
        || Session.SilencesAllowed != (Asked?.IsUnhurried == true ? Session.SilencesOfPatience : 0)
        || Session.Patience is { NotHeard: > 0 } or { NotUnderstood: > 0 } or { ForgaveKey: true } or { ForgaveDoubt: true };
}

/// <summary>What a caller has proven and agreed to in a call, by what they did and not by what the hotline believes.</summary>
public sealed record Evidence
{
    public static readonly Evidence None = new();

    public ImmutableHashSet<string> Answered { get; init; } = [];
    public bool KeyedTail { get; init; }
    public bool KeyedCode { get; init; }
    public int Wrong { get; init; }

    /// <summary>The questions that were answered with yes.</summary>
    public ImmutableList<string> Agreed { get; init; } = [];

    /// <summary>What happened in the call so far.</summary>
    public ImmutableSortedSet<string> Done { get; init; } = [];

    /// <summary>So many things were noted of the call.</summary>
    public int Count { get; init; }

    public Evidence With(Deed deed, Situation at)
    {
        var agreed = deed.Chosen == '1' ? Agreed.AddRange(at.Questions) : Agreed;
        var evidence = this with { Agreed = agreed };
        return deed.Proof switch
        {
            Proof.RightAnswer => evidence with { Answered = Answered.Add(deed.Secret!) },
            Proof.RightTail => evidence with { KeyedTail = true },
            Proof.RightCode => evidence with { KeyedCode = true },
            Proof.WrongAnswer or Proof.WrongCode or Proof.WrongClaim => evidence with { Wrong = Wrong + 1 },
            Proof.Nothing or Proof.Number => evidence,
        };
    }
}

/// <summary>What is heard in a reply.</summary>
/// <param name="Texts">Each prompt by its key.</param>
/// <param name="Missing">Why something cannot be said in one of the languages; null where all can.</param>
public sealed record Hearing(IReadOnlyList<(string Prompt, string Text)> Texts, double Seconds, string? Missing);

using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Ivr.Flows.Engine;

namespace Ivr.Flows.Calls;

/// <summary>What is known of the call that is going on.</summary>
public sealed record Call
{
    /// <summary>Twilio's identifier of the call.</summary>
    public required string Sid { get; init; }

    /// <summary>
    /// Who is on the line, whichever side called: as the carrier gave it, or as it was dialled; a claim, never a proof. See <see cref="CallerNumber"/>.
    /// </summary>
    public required string From { get; init; }

    /// <summary>The hotline's own number.</summary>
    public required string To { get; init; }

    /// <summary>The carriers' attestation (<c>StirVerstat</c>), where there was one.</summary>
    public string? Attestation { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public Language Language { get; init; }

    public Manner Manner { get; init; } = new();

    public Identity Identity { get; init; } = Identity.Nobody;

    /// <summary>The caller calls for somebody in the family: nothing is proven in this call, and a person sees the mark.</summary>
    public bool IsForFamily { get; init; }

    /// <summary>The case opened last in this call, for the person who takes over and for the goodbye.</summary>
    public string? CaseNo { get; init; }

    /// <summary>What the caller asked in a sentence that nothing was found for, made safe; for the person who takes over, and nobody else.</summary>
    public string? Words { get; init; }

    /// <summary>The hotline itself placed this call, as it had promised; null where the caller did.</summary>
    public PromisedCall? Promised { get; init; }

    /// <summary>What a person would be told who took over now; null where the caller is not on the way to one.</summary>
    [JsonIgnore]
    public Handover? Handover { get; init; }

    /// <summary>The time of this turn in UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset Now { get; init; }

    /// <summary>The caller's number in E.164 if it can be taken for one, else null.</summary>
    [JsonIgnore]
    public string? CallerNumber => Calls.CallerNumber.From(From, Attestation);

    /// <summary>The account this call is proven to be about.</summary>
    /// <param name="action">What it is proven for; by default as the level is named, as <c>levels.Unlock</c>.</param>
    /// <exception cref="InvalidOperationException">Nobody was identified: a flow forgot to visit the identity flow.</exception>
    public long ProvenWallet(Level atLeast, [CallerArgumentExpression(nameof(atLeast))] string action = "") =>
        Identity is { WalletId: { } wallet } && Identity.Reaches(atLeast, action)
            ? wallet
            : throw new InvalidOperationException(
                $"Call {Sid} is at {Identity.Level} for {Identity.CodeFor ?? "no action"}, the step needs {atLeast} for {action}."
            );
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ivr.Flows.Calls;

namespace Ivr.Flows.Engine;

/// <summary>All that is kept of a call between two webhooks.</summary>
public sealed record Session
{
    /// <summary>Raised when what is kept changes its shape: a row of another version starts the call over.</summary>
    public const int CurrentVersion = 1;

    /// <summary>So many silences are patience where the caller has something to look up, or asked for time.</summary>
    public const int SilencesOfPatience = 3;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public required Call Call { get; init; }

    /// <summary>The flows under way, the root first.</summary>
    public required IReadOnlyList<Frame> Stack { get; init; }

    /// <summary>Where the questions before this one stood: the way back.</summary>
    public IReadOnlyList<IReadOnlyList<Frame>> Trail { get; init; } = [];

    public Patience Patience { get; init; } = new();

    /// <summary>The last key was a star; a second one goes to the main menu.</summary>
    public bool StarBefore { get; init; }

    /// <summary>So many silences are still patience: the caller asked for time, or has something to look up.</summary>
    public int SilencesAllowed { get; init; }

    /// <summary>What the caller may have meant, while they are asked which; null at a question of a flow.</summary>
    public Doubt? Doubt { get; init; }

    /// <summary>What went wrong last, for the person who takes over.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>The caller was told that the call is long.</summary>
    public bool WasLong { get; init; }

    /// <summary>The caller was brought to a person because of that.</summary>
    public bool WasTooLong { get; init; }

    [JsonIgnore]
    public Frame Now => Stack[^1];

    private bool IsPossible =>
        Stack.Count > 0
        && Call.Identity.IsPossible
        && Patience.IsPossible
        && Enum.IsDefined(Call.Language)
        && Doubt is null or { IsPossible: true };

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>The session, or null where the text is none that this version can read.</summary>
    public static Session? TryRead(string text, int version)
    {
        if (version != CurrentVersion)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Session>(text, Json) is { IsPossible: true } session ? session : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

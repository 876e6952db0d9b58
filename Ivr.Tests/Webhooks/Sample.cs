using System.Text.Json;

namespace Ivr.Tests.Webhooks;

/// <summary>
/// A made-up webhook in the shape Twilio sends, from the samples folder. Values are decoded, the parameters in alphabetical order (real ones
/// come in any). Each is signed with <see cref="Token"/> for its own address.
/// </summary>
/// <param name="Shape">
/// <c>observed</c> in real requests, <c>documented</c> by Twilio, <c>assumed</c> (must be survived, not relied on), or <c>negative</c> (must be
/// refused).
/// </param>
internal sealed record Sample(
    string Name,
    string Shape,
    string Method,
    string PathHint,
    string SignedUrl,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<IReadOnlyList<string>> Form
)
{
    public const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Webhooks", "samples"), "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    public string? Signature => Headers.GetValueOrDefault("X-Twilio-Signature");

    public string? this[string field] => Form.FirstOrDefault(pair => pair[0] == field)?[1];

    public static Sample Read(string name) =>
        JsonSerializer.Deserialize<Sample>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Webhooks", "samples", $"{name}.json")),
            Json
        )!;
}

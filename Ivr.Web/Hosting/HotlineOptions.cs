using System.ComponentModel.DataAnnotations;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Understanding;
using Microsoft.Extensions.Options;

namespace Ivr.Web.Hosting;

/// <summary>The <c>Hotline</c> section of the configuration.</summary>
public sealed class HotlineOptions
{
    public const string Section = "Hotline";

    /// <summary>Demo customers, the browser telephone, made-up secrets. Default true in Development, else false.</summary>
    public bool Demo { get; init; }

    /// <summary>The prompts folder. Default <c>./prompts</c>.</summary>
    [Required]
    public string Prompts { get; init; } = "./prompts";

    /// <summary>The wallet's name as spoken, by language tag.</summary>
    public IReadOnlyDictionary<string, string> Name { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Language tags in order, separated by commas; the first is spoken first. Default <c>zh-CN, en-US</c>.</summary>
    [Required]
    public string Languages { get; init; } = "zh-CN, en-US";

    /// <summary>The market's time zone. Default <c>Asia/Shanghai</c>.</summary>
    [Required]
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>The market whose holidays and working days count: a file for each year stands beside the program. Default <c>CN</c>.</summary>
    [Required]
    public string Calendar { get; init; } = "CN";

    /// <summary>The secret that keyed hashes of answers are made with: at least 32 characters. No default outside the demo.</summary>
    public string? Pepper { get; init; }

    /// <summary>
    /// The secret shared with the app's server for the code by which the hotline proves itself: at least 32 characters. No default; without it
    /// only the customer's own phrase is offered.
    /// </summary>
    public string? ProofSecret { get; init; }

    /// <summary>
    /// Seconds from the order to stop until no more connections are taken: as long as a load balancer takes to see that <c>/health/ready</c> says
    /// no. Default 5.
    /// </summary>
    [Range(0, 20, ErrorMessage = "Hotline:DrainSeconds is from 0 to 20, for example 5.")]
    public int DrainSeconds { get; init; } = 5;

    public VoiceOptions Voices { get; init; } = new();

    public ConfidenceBands Confidence { get; init; } = new();

    [ValidateObjectMembers]
    public AgentOptions Agents { get; init; } = new();

    [ValidateObjectMembers]
    public CallbackOptions Callbacks { get; init; } = new();

    /// <exception cref="InvalidDataException">A tag is not one the hotline speaks.</exception>
    public HotlineLanguages SpokenLanguages()
    {
        var spoken = Languages.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Speaks).ToList();
        return spoken.Count is 1 or 2
            ? new HotlineLanguages(spoken[0], spoken.Count == 2 ? spoken[1] : null)
            : throw new InvalidDataException("Hotline:Languages names one or two languages, such as zh-CN, en-US.");
    }

    /// <summary>The wallet's name in each spoken language.</summary>
    public IReadOnlyDictionary<Language, string> WalletNames() =>
        new[] { SpokenLanguages().First, SpokenLanguages().Other ?? SpokenLanguages().First }
            .Distinct()
            .ToDictionary(
                language => language,
                language =>
                    Name.GetValueOrDefault(language.Tag()) is { Length: > 0 } name
                        ? name
                        : throw new InvalidDataException(
                            $"Hotline:Name:{language.Tag()} is missing: set it to the wallet's name as spoken."
                        )
            );

    private static Language Speaks(string tag) =>
        Flows.Languages.TryParse(tag, out var language)
            ? language
            : throw new InvalidDataException($"Hotline:Languages names {tag}; the hotline speaks zh-CN and en-US.");
}

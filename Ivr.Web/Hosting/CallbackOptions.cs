using System.ComponentModel.DataAnnotations;

namespace Ivr.Web.Hosting;

/// <summary>
/// How promised calls are placed: the <c>Hotline:Callbacks</c> section. Whether any is promised, and where to, stands in
/// <see cref="AgentOptions.CallbackCountries"/>.
/// </summary>
public sealed class CallbackOptions
{
    /// <summary>
    /// The number that the hotline calls from where the caller had dialled none that can be used; it must be one of the account's. No default.
    /// </summary>
    [RegularExpression(@"^\+[1-9]\d{6,14}$", ErrorMessage = "Hotline:Callbacks:From must look like +15550100.")]
    public string? From
    {
        get;
        init => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Seconds it rings. Default 30.</summary>
    [Range(10, 60, ErrorMessage = "Hotline:Callbacks:RingSeconds is from 10 to 60, for example 30.")]
    public int RingSeconds { get; init; } = 30;

    /// <summary>Seconds such a call lasts at most, the talk with a person included. Default an hour and a half.</summary>
    [Range(300, 14400, ErrorMessage = "Hotline:Callbacks:TimeLimitSeconds is from 300 to 14400, for example 5400.")]
    public int TimeLimitSeconds { get; init; } = 5400;

    /// <summary>Calls under way at once, by all nodes together. Default 2: as many as people come free in a minute or so.</summary>
    [Range(1, 100, ErrorMessage = "Hotline:Callbacks:AtOnce is from 1 to 100, for example 2.")]
    public int AtOnce { get; init; } = 2;

    /// <summary>
    /// Lets Twilio listen whether a machine answered, which costs a little and takes some seconds: such a call ends without a word, and a person
    /// hears their own phrase at once. Default true; without it the phrase waits until a key was pressed.
    /// </summary>
    public bool DetectMachines { get; init; } = true;

    /// <summary>A sentence for each setting that cannot be used.</summary>
    public IReadOnlyList<string> Complaints()
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        return [.. results.Select(result => result.ErrorMessage!)];
    }
}

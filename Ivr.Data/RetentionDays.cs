namespace Ivr.Data;

/// <summary>
/// How many days each kind of record is kept: the <c>Hotline:Policy:Retention</c> section. The audit is not among them: nothing deletes it.
/// </summary>
public sealed class RetentionDays
{
    /// <summary>Longer than any window in which tries and messages are counted.</summary>
    private const int Fewest = 3;

    /// <summary>Where a call stood, with the numbers that were keyed: late webhooks need it for some minutes. Default 3.</summary>
    public int Sessions { get; init; } = 3;

    /// <summary>Calls with their turns and what was answered. Default 180.</summary>
    public int Calls { get; init; } = 180;

    /// <summary>That a question was answered, and whether rightly. Default 180.</summary>
    public int Attempts { get; init; } = 180;

    /// <summary>That a code was sent and tried. Default 30.</summary>
    public int Codes { get; init; } = 30;

    /// <summary>Messages that are done, and the app's inbox. Default 180.</summary>
    public int Messages { get; init; } = 180;

    /// <summary>Who was handed to a person, and how long they waited. Default 180.</summary>
    public int Transfers { get; init; } = 180;

    /// <summary>Callbacks that are over. Default 90.</summary>
    public int Callbacks { get; init; } = 90;

    /// <summary>Dates that were told, once kept, or broken and apologised for. Default 730.</summary>
    public int Promises { get; init; } = 730;

    /// <summary>Resolved cases, with what was reported and the messages that were left; and amounts said to be wrong. Default 1,825.</summary>
    public int Cases { get; init; } = 1825;

    /// <summary>What a calling number chose, and that it was shut out. Default 365.</summary>
    public int Numbers { get; init; } = 365;

    /// <summary>How often a number was tried. Default 7.</summary>
    public int Tries { get; init; } = 7;

    /// <summary>A sentence for each kind that is kept too short to be of use.</summary>
    public IEnumerable<string> Complaints() =>
        typeof(RetentionDays)
            .GetProperties()
            .Where(kind => (int)kind.GetValue(this)! < Fewest)
            .Select(kind =>
                $"Hotline:Policy:Retention:{kind.Name} is {Fewest} or more days, for example {kind.GetValue(new RetentionDays())}."
            );
}

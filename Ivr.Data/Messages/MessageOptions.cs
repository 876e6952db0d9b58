using Microsoft.Extensions.Configuration;

namespace Ivr.Data.Messages;

/// <summary>How messages reach their owners.</summary>
public enum MessageChannel
{
    /// <summary>Into the inbox of the wallet's app, the table <c>inbox_messages</c>.</summary>
    App,

    /// <summary>By short message, to the number on file.</summary>
    Sms,

    /// <summary>Shown beside the telephone, and sent nowhere.</summary>
    Demo,
}

/// <summary>The <c>Hotline:Messages</c> section of the configuration.</summary>
public sealed record MessageOptions
{
    public const string Section = "Hotline:Messages";

    /// <summary><c>App</c>, <c>Sms</c> or <c>Demo</c>. Default App; Demo in the demo.</summary>
    public string? Channel { get; init; }

    /// <summary>The number that short messages come from, unless a service picks one.</summary>
    public string? From { get; init; }

    /// <summary>Twilio's service that picks the sender, <c>MG</c> and 32 hexadecimal digits.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>Beginnings of the numbers that short messages go to, separated by commas. Default <c>+86</c>.</summary>
    public string Countries { get; init; } = "+86";

    /// <summary>Short messages in an hour, to everybody. Default 1000.</summary>
    public int PerHour { get; init; } = 1000;

    /// <summary>Short messages in an hour to numbers that differ in their last four digits only. Default 100.</summary>
    public int PerPrefixPerHour { get; init; } = 100;

    /// <summary>Short messages a day to one account. Default 10.</summary>
    public int PerAccountPerDay { get; init; } = 10;

    /// <summary>Messages on their way at once, from this node. Default 4.</summary>
    public int InFlight { get; init; } = 4;

    /// <summary>Seconds Twilio may take for an answer. Default 5.</summary>
    public int TimeoutSeconds { get; init; } = 5;

    /// <summary>Seconds before a message is looked for that may or may not have left. Default 10: longer than an answer may take.</summary>
    public int SettleSeconds { get; init; } = 10;

    /// <summary>Where messages go.</summary>
    public MessageChannel To { get; private init; }

    /// <summary>How long a row belongs to the worker that took it; after that the worker is taken for dead.</summary>
    public TimeSpan Lease => TimeSpan.FromSeconds(Math.Max(10, 3 * TimeoutSeconds));

    /// <exception cref="InvalidDataException">There is no such channel.</exception>
    public static MessageOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<MessageOptions>() ?? new MessageOptions();
        var name = string.IsNullOrEmpty(options.Channel) ? DefaultChannel(configuration).ToString() : options.Channel;
        return Enum.GetValues<MessageChannel>()
                .Where(channel => name.Equals(channel.ToString(), StringComparison.OrdinalIgnoreCase))
                .Select(channel => options with { To = channel })
                .FirstOrDefault()
            ?? throw new InvalidDataException($"{Section}:Channel is {name}: set it to App, Sms or Demo.");
    }

    /// <summary>Whether short messages go to such numbers.</summary>
    public bool Serves(string e164) =>
        Countries
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(country => e164.StartsWith(country, StringComparison.Ordinal));

    private static MessageChannel DefaultChannel(IConfiguration configuration) =>
        configuration.GetValue<bool>("Hotline:Demo") ? MessageChannel.Demo : MessageChannel.App;
}

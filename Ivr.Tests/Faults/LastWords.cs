using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Faults;

/// <summary>Burns a fuse when the log tells of a turn: that is behind its commit, and before anything of its reply is written.</summary>
internal sealed class LastWords(Fuse fuse) : ILoggerProvider, ILogger
{
    private const int TurnTaken = 1;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (eventId.Id == TurnTaken && eventId.Name == nameof(TurnTaken))
        {
            fuse.Burn();
        }
    }

    public void Dispose() { }
}

using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Calls;

/// <summary>Hears every line of a log, from all who write to it, down to the finest.</summary>
public abstract class LogListener : ILoggerProvider, ILogger
{
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
    ) => Hear(logLevel, eventId, formatter(state, exception), exception);

    public void Dispose() => GC.SuppressFinalize(this);

    protected abstract void Hear(LogLevel level, EventId id, string line, Exception? exception);
}

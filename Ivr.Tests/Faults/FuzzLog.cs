using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Faults;

/// <summary>Keeps what must not be logged while only callers do odd things: exceptions of any kind.</summary>
internal sealed class FuzzLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> problems = new();

    public IReadOnlyCollection<string> Problems => problems;

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
        // Every line is put together, for that may break too.
        var line = formatter(state, exception);
        if (exception is not null)
        {
            problems.Enqueue($"{logLevel} {line} {exception}");
        }
    }

    public void Dispose() { }
}

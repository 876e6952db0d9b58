using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Calls;

/// <summary>Keeps every line of the log, down to the finest, with the exceptions in full.</summary>
public sealed class TestLog : LogListener
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    protected override void Hear(LogLevel level, EventId id, string line, Exception? exception) =>
        lines.Enqueue($"{level} {id.Id} {line} {exception}");
}

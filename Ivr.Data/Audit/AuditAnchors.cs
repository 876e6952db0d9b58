using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Ivr.Data.Audit;

/// <summary>
/// Keeps the heads of the audit outside the database: <c>audit.heads</c> in the data directory, a line for each, forced to the disk before the
/// next. Turns do not wait for it; heads that come meanwhile are written as one. Ship the file or its log lines to where nobody edits both.
/// </summary>
public sealed class AuditAnchors : IAsyncDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly ILogger<AuditAnchors> log;
    private readonly CancellationTokenSource ending = new();
    private AuditHead? waiting;
    private Task writing = Task.CompletedTask;

    public AuditAnchors(string directory, TimeProvider clock, ILogger<AuditAnchors> log)
    {
        Directory.CreateDirectory(directory);
        (this.clock, this.log) = (clock, log);
        File = Path.GetFullPath(Path.Combine(directory, "audit.heads"));
    }

    public string File { get; }

    /// <summary>The last head this process anchored; 0 where none.</summary>
    public long Seq { get; private set; }

    /// <summary>Has a head anchored soon; of several that wait, the last.</summary>
    public void Note(AuditHead head)
    {
        lock (gate)
        {
            waiting = waiting is null || waiting.Seq < head.Seq ? head : waiting;
            writing = writing.IsCompleted ? Task.Run(WriteAsync) : writing;
        }
    }

    /// <summary>The heads of a file, oldest first; a line that broke off in a crash is none.</summary>
    public static IReadOnlyList<AuditHead> Read(string file) =>
        !System.IO.File.Exists(file)
            ? []
            :
            [
                .. ReadLines(file)
                    .Select(line => line.Split(' '))
                    .Where(parts => parts is [_, _, { Length: 64 }] && long.TryParse(parts[1], CultureInfo.InvariantCulture, out _))
                    .Select(parts => new AuditHead { Seq = long.Parse(parts[1], CultureInfo.InvariantCulture), Hash = parts[2] }),
            ];

    /// <summary>Puts the file aside, where it stays as evidence, and begins another with this head.</summary>
    /// <returns>Where the old file is now; null where there was none.</returns>
    public string? StartAnew(AuditHead head)
    {
        var aside = $"{File}.{clock.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}";
        var isThere = System.IO.File.Exists(File);
        if (isThere)
        {
            System.IO.File.Move(File, aside);
        }

        Append(head);
        return isThere ? aside : null;
    }

    /// <summary>Until what was noted is on the disk.</summary>
    public Task FlushAsync()
    {
        lock (gate)
        {
            return writing;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await FlushAsync();
        ending.Dispose();
    }

    private async Task WriteAsync()
    {
        while (Take() is { } head)
        {
            try
            {
                Append(head);
                Seq = head.Seq;
                log.Anchored(head.Seq, head.Hash);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                log.NotAnchored(cause, head.Seq);
                if (ending.IsCancellationRequested)
                {
                    return;
                }

                Return(head);
                await Task.Delay(BetweenTries, ending.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private AuditHead? Take()
    {
        lock (gate)
        {
            var head = waiting;
            waiting = null;
            if (head is null)
            {
                // Whoever notes a head from now on starts another.
                writing = Task.CompletedTask;
            }

            return head;
        }
    }

    private void Return(AuditHead head)
    {
        lock (gate)
        {
            waiting ??= head;
        }
    }

    /// <summary>Alone in the file meanwhile: another process that anchors at the same time tries again.</summary>
    private void Append(AuditHead head)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(File, options);
        var lead = BreaksOff(file) ? "\n" : "";
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{lead}{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'} {head.Seq} {head.Hash}\n"
        );
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.ASCII.GetBytes(line));
        file.Flush(flushToDisk: true);
    }

    private static bool BreaksOff(FileStream file)
    {
        if (file.Length == 0)
        {
            return false;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    /// <summary>While another node appends, the file is locked for a moment.</summary>
    private static string[] ReadLines(string file)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return System.IO.File.ReadAllLines(file);
            }
            catch (IOException) when (attempt < 50)
            {
                Thread.Sleep(10);
            }
        }
    }
}

using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Opens sealed codes in <c>code_challenges</c>, until they are used or expire.</summary>
public sealed class ReadableNotices(TurnScope turn, CodeSecrets secrets) : IReadableNotices
{
    private const string FindSealed = """
        select sealed_code
        from code_challenges
        where id = @Challenge and used_at is null and expires_at > @now
        """;

    public async Task<Notice> OpenAsync(Notice notice, DateTimeOffset now, CancellationToken cancellationToken) =>
        notice is Notice.Code code && await FindAsync(code, now, cancellationToken) is { } box
            ? code with
            {
                Digits = secrets.Open(code.Challenge, box),
            }
            : notice;

    private Task<string?> FindAsync(Notice.Code code, DateTimeOffset now, CancellationToken cancellationToken) =>
        turn.FindAsync<string>(FindSealed, new { code.Challenge, now }, cancellationToken);
}

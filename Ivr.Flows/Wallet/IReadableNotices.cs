namespace Ivr.Flows.Wallet;

/// <summary>Opens what the outbox keeps sealed, for the moment in which a notice is sent or shown.</summary>
public interface IReadableNotices
{
    /// <summary>The notice with its code, as long as that can be used; any other notice as it is.</summary>
    Task<Notice> OpenAsync(Notice notice, DateTimeOffset now, CancellationToken cancellationToken);
}

namespace Ivr.Flows.Wallet;

/// <summary>Writes the words of a notice at the moment it is sent, so that what is secret in it need not lie in the outbox.</summary>
public interface INoticeText
{
    /// <returns>Null where there is nothing to tell any more, as with a code that was used.</returns>
    Task<string?> WriteAsync(Notice notice, Language language, DateTimeOffset now, CancellationToken cancellationToken);
}

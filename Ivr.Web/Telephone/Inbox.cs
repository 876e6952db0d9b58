using System.Text.RegularExpressions;

namespace Ivr.Web.Telephone;

/// <summary>The messages of a registered phone, for those who dial the demo without a browser.</summary>
public sealed partial class Inbox(IServiceProvider services, string number)
{
    private DateTimeOffset seen = services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Those that came since the last time, the oldest first.</summary>
    public async Task<IReadOnlyList<PhoneMessage>> NewAsync()
    {
        var news = (await ReadAsync(default)).Where(message => message.At > seen).OrderBy(message => message.At).ToList();
        seen = news.Count > 0 ? news[^1].At : seen;
        return news;
    }

    /// <summary>The six digits of the newest message that has some; null where none has.</summary>
    public async Task<string?> CodeAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken))
            .Select(message => SixDigits().Match(message.Body))
            .FirstOrDefault(match => match.Success)
            ?.Value;

    private async Task<IReadOnlyList<PhoneMessage>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PhoneBackstage>().MessagesAsync(number, cancellationToken);
    }

    [GeneratedRegex(@"\b[0-9]{6}\b", RegexOptions.NonBacktracking)]
    private static partial Regex SixDigits();
}

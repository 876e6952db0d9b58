using Twilio.Rest.Api.V2010.Account;

namespace Ivr.Web.Numbers;

/// <summary>Points a number at the hotline: shows what would change, asks, and looks whether Twilio took it.</summary>
public sealed class NumberSetup(NumberDesk desk, TextReader answers, TextWriter screen)
{
    private const int Good = 0;
    private const int FoundSomething = 1;

    /// <param name="edge">Where Twilio's requests leave from; null for Twilio's own choice.</param>
    /// <param name="isAgreed">Nobody is asked.</param>
    public async Task<int> PointAsync(string number, Uri hotline, string? edge, bool isAgreed, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(number, cancellationToken) is not { } found)
        {
            await screen.WriteLineAsync($"The account has no number {number}: write it as the console shows it, or buy it there.");
            return FoundSomething;
        }

        if (NumberCheck.Obstacle(found) is { } obstacle)
        {
            await screen.WriteLineAsync(obstacle);
            return FoundSomething;
        }

        var wanted = Webhook.Of(hotline, edge);
        if (Webhook.Of(found).SequenceEqual(wanted))
        {
            await screen.WriteLineAsync($"{number} calls {hotline} already. `twilio check` sees whether the hotline is there.");
            return Good;
        }

        await ShowAsync(number, found, wanted);
        if (!isAgreed && !await AgreeAsync(cancellationToken))
        {
            await screen.WriteLineAsync("Nothing was changed.");
            return FoundSomething;
        }

        return await ChangeAsync(found, wanted, cancellationToken);
    }

    private async Task<int> ChangeAsync(
        IncomingPhoneNumberResource found,
        IReadOnlyList<Webhook> wanted,
        CancellationToken cancellationToken
    )
    {
        var changed = Webhook.Of(await desk.PointAsync(found.Sid, wanted, cancellationToken));
        var differs = wanted.Zip(changed).Where(pair => !pair.Second.IsAs(pair.First)).ToList();
        foreach (var (asked, got) in differs)
        {
            await screen.WriteLineAsync($"Twilio did not take the {asked.Name} address as it was given: it has {got}.");
        }

        await screen.WriteLineAsync(
            differs.Count == 0 ? "Changed. `twilio check` sees whether the hotline is there." : "Look at the number in the console."
        );
        return differs.Count == 0 ? Good : FoundSomething;
    }

    private async Task ShowAsync(string number, IncomingPhoneNumberResource found, IReadOnlyList<Webhook> wanted)
    {
        await screen.WriteLineAsync($"{number} ({found.Sid})");
        foreach (var (was, becomes) in Webhook.Of(found).Zip(wanted).Where(pair => pair.First != pair.Second))
        {
            await screen.WriteLineAsync($"  {was.Name, -8}  {was}");
            await screen.WriteLineAsync($"         -> {becomes}");
        }
    }

    private async Task<bool> AgreeAsync(CancellationToken cancellationToken)
    {
        await screen.WriteAsync("Calls go there from now on. Change it? [y/N] ");
        await screen.FlushAsync(cancellationToken);
        var answer = (await answers.ReadLineAsync(cancellationToken))?.Trim();
        return answer is "y" or "Y" or "yes" or "是";
    }
}

using Twilio.Rest.Api.V2010.Account;

namespace Ivr.Web.Numbers;

/// <summary>Compares what a number calls with what the hotline is, and what the hotline is with what Twilio would find there.</summary>
public sealed class NumberCheck(NumberDesk desk, SignedProbe probe, TextWriter screen)
{
    private const int Good = 0;
    private const int FoundSomething = 1;

    /// <param name="number">Null for all of the account that call this host.</param>
    public async Task<int> RunAsync(string? number, Uri hotline, string? configured, CancellationToken cancellationToken)
    {
        var numbers = number is null ? await CallingAsync(hotline, cancellationToken) : await NamedAsync(number, cancellationToken);
        var findings = numbers.Count == 0 ? [Nobody(number, hotline)] : numbers.SelectMany(one => Findings(one, hotline)).ToList();
        if (configured is { Length: > 0 } && new Uri(configured) != hotline)
        {
            findings.Add(
                $"Twilio:RequestValidation:BaseUrlOverride is {configured} here, and the number calls {hotline}: every signature would be wrong. Make them equal."
            );
        }

        if (!probe.CanSign)
        {
            findings.Add("Twilio:AuthToken is missing or made up here: nothing could be sent to the hotline as Twilio sends it.");
        }
        else if (
            await probe.RunAsync(hotline, number ?? numbers.FirstOrDefault()?.PhoneNumber?.ToString() ?? "", cancellationToken) is { } told
        )
        {
            findings.Add(told);
        }

        foreach (var finding in findings)
        {
            await screen.WriteLineAsync(finding);
        }

        await screen.WriteLineAsync(
            findings.Count == 0
                ? $"{string.Join(", ", numbers.Select(one => one.PhoneNumber))} calls {hotline}, and the hotline takes a signed webhook there."
                : $"{findings.Count} findings."
        );
        return findings.Count == 0 ? Good : FoundSomething;
    }

    /// <summary>What makes a number's addresses dead letters, whatever they are; null where nothing does.</summary>
    public static string? Obstacle(IncomingPhoneNumberResource number) =>
        number switch
        {
            { TrunkSid.Length: > 0 } =>
                $"{number.PhoneNumber} hands its calls to the SIP trunk {number.TrunkSid}, and its addresses are never called: take it off the trunk in the console first.",
            { VoiceApplicationSid.Length: > 0 } =>
                $"{number.PhoneNumber} hands its calls to the application {number.VoiceApplicationSid}, and its addresses are never called: choose Webhook for it in the console first.",
            { Capabilities.Voice: false } => $"{number.PhoneNumber} takes no calls: it is a number for messages. Use one with voice.",
            _ => null,
        };

    private static IEnumerable<string> Findings(IncomingPhoneNumberResource number, Uri hotline)
    {
        if (Obstacle(number) is { } obstacle)
        {
            yield return obstacle;
        }

        foreach (var (has, wanted) in Webhook.Of(number).Zip(Webhook.Of(hotline, edge: null)).Where(pair => !pair.First.IsAs(pair.Second)))
        {
            yield return $"{number.PhoneNumber} has for {has.Name} {has}, not {wanted}: `twilio setup --number {number.PhoneNumber} --url {hotline.GetLeftPart(UriPartial.Authority)}` sets it.";
        }
    }

    private static string Nobody(string? number, Uri hotline) =>
        number is null
            ? $"No number of the account calls {hotline}: `twilio setup --number N --url {hotline.GetLeftPart(UriPartial.Authority)}` points one there."
            : $"The account has no number {number}: write it as the console shows it, or buy it there.";

    private async Task<List<IncomingPhoneNumberResource>> CallingAsync(Uri hotline, CancellationToken cancellationToken) =>
        [
            .. (await desk.ListAsync(cancellationToken)).Where(one =>
                one.VoiceUrl is { IsAbsoluteUri: true } url && url.Authority == hotline.Authority
            ),
        ];

    private async Task<List<IncomingPhoneNumberResource>> NamedAsync(string number, CancellationToken cancellationToken) =>
        await desk.FindAsync(number, cancellationToken) is { } found ? [found] : [];
}

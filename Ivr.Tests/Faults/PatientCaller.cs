using System.Text.RegularExpressions;
using Ivr.Data.Demo;
using Ivr.Tests.Messages;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Faults;

/// <summary>Wants an account unlocked, answers what is asked, and hears out everything that goes wrong on the way.</summary>
internal sealed class PatientCaller(PhoneCall call, DemoCustomer customer, CarrierStub carrier)
{
    /// <summary>An honest call takes about ten steps; the others are what was asked again.</summary>
    private const int MostSteps = 60;

    private static readonly TimeSpan ForACode = TimeSpan.FromSeconds(90);

    public PhoneCall Call => call;

    public required long WalletId { get; init; }

    /// <summary>The hotline said that the account is unlocked.</summary>
    public bool HeardUnlocked => call.Events.OfType<Spoken>().Any(spoken => spoken.Text.Contains("已经解锁", StringComparison.Ordinal));

    /// <summary>It went wrong so often that a person took over.</summary>
    public bool IsWithPerson => call.WaitsFor is not null;

    /// <param name="until">What the hotline asks where the caller pauses; never where null.</param>
    /// <param name="isOn">The call is under way already.</param>
    public async Task CallAsync(string? until = null, bool isOn = false)
    {
        if (!isOn)
        {
            await call.DialAsync();
        }

        for (var step = 0; step < MostSteps && !call.IsOver; step++)
        {
            if (IsWithPerson)
            {
                return;
            }

            var asked = call.Events.OfType<Spoken>().Last().Text;
            if (until is not null && asked.Contains(until, StringComparison.Ordinal))
            {
                return;
            }

            await call.PressAsync(await AnswerAsync(asked));
        }
    }

    private async Task<string> AnswerAsync(string asked) =>
        DemoWallet.AnswersOf(customer).FirstOrDefault(one => asked.Contains(one.QuestionZh, StringComparison.Ordinal))?.Keys is { } keys
            ? keys
        : asked.Contains("六位数字", StringComparison.Ordinal) ? await CodeAsync()
        : asked.Contains("还有别的问题吗", StringComparison.Ordinal) ? "2"
        : "1";

    public async Task<string> CodeAsync()
    {
        using var patience = new CancellationTokenSource(ForACode);
        while (true)
        {
            var message = carrier.Accepted.LastOrDefault(one =>
                one.To == call.From && one.Body.Contains("六位数字", StringComparison.Ordinal)
            );
            if (message is not null)
            {
                return Regex.Match(message.Body, "[0-9]{6}").Value;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}

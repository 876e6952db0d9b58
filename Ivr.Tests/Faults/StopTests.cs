using System.Net;
using Ivr.Tests.Messages;
using Ivr.Tests.Webhooks;

namespace Ivr.Tests.Faults;

/// <summary>The real program is told to stop while it is called: it says so first, answers what comes meanwhile, and ends by itself.</summary>
public sealed class StopTests
{
    private const int CallersAtOnce = 6;

    [OnUnix]
    public async Task Told_to_stop_under_load_it_is_not_ready_first_breaks_off_no_webhook_and_ends_in_good_order()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var ground = await MortalGround.PrepareAsync(1, carrier);
        await using var program = new MortalProgram([.. ground.Settings, "--Hotline:DrainSeconds=2"]);
        program.Start(Window.Random, int.MaxValue);
        await program.UntilUpAsync();
        using var balancer = new Balancer(program.Address);
        var looking = balancer.LookAsync();
        var calling = Task.WhenAll(Enumerable.Range(0, CallersAtOnce).Select(_ => CallAsync(program.Address, balancer)));
        while (balancer.Answers < 100)
        {
            await Task.Delay(20);
        }

        await program.TerminateAsync();

        var answers = (await calling).SelectMany(some => some).ToList();
        await looking;
        Assert.True(answers.Count >= 100, $"Only {answers.Count} webhooks were sent.");
        Assert.All(answers, answer => answer.IsTwiml());
        Assert.True(await program.DiesWithinAsync(TimeSpan.FromSeconds(10)), "It does not end.");
        Assert.Equal(0, program.ExitCode);
    }

    private static async Task<IReadOnlyList<WebhookAnswer>> CallAsync(Uri address, Balancer balancer)
    {
        List<WebhookAnswer> answers = [];
        using var twilio = new TwilioSide(address);
        while (balancer.Sends)
        {
            balancer.Answers++;
            answers.Add(await twilio.SendAsync("/voice/incoming", ("CallSid", TwilioSide.NewSid())));
        }

        return answers;
    }

    /// <summary>Sends to a hotline until that says that it is not ready.</summary>
    private sealed class Balancer(Uri hotline) : IDisposable
    {
        private readonly HttpClient http = new() { BaseAddress = hotline, Timeout = TimeSpan.FromSeconds(5) };

        /// <summary>About how many webhooks were sent.</summary>
        public int Answers { get; set; }

        public bool Sends { get; private set; } = true;

        public async Task LookAsync()
        {
            while (Sends)
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                Sends = answer.StatusCode == HttpStatusCode.OK;
                await Task.Delay(100);
            }
        }

        public void Dispose() => http.Dispose();
    }
}

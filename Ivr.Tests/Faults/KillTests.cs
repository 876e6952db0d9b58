using Ivr.Tests.Databases;
using Ivr.Tests.Messages;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Faults;

/// <summary>
/// The real program over a real file, killed in the middle of calls at random and in every window where something could be lost or doubled.
/// </summary>
[OnSqliteOnly("Its file is looked at behind a program that was killed.")]
public sealed class KillTests
{
    /// <summary>How often; a thousand and more by hand.</summary>
    private static readonly int Kills = Settings.Of("IVR_TEST_KILLS", 60);

    private const int CallersAtOnce = 4;

    /// <summary>Who has an account to unlock; more than call in a usual run.</summary>
    private static readonly int Customers = Kills * CallersAtOnce;

    [Fact]
    public async Task Callers_lose_nothing_and_nothing_is_done_twice_while_the_program_is_killed_again_and_again()
    {
        await using var carrier = await CarrierStub.StartAsync();
        await using var ground = await MortalGround.PrepareAsync(Customers, carrier);
        await using var program = new MortalProgram(ground.Settings);
        var killer = new Killer(program, carrier, seed: Kills);

        var callers = new List<PatientCaller>();
        using var line = new MortalLine(program);
        using var http = new HttpClient(line) { BaseAddress = program.Address, Timeout = TimeSpan.FromMinutes(2) };
        var killing = killer.KillAsync(Kills);
        await Task.WhenAll(Enumerable.Range(0, CallersAtOnce).Select(_ => CallOnAsync()).Prepend(killing));
        await ground.UntilMessagesAreSettledAsync();

        Assert.Equal(Kills, killer.Killed.Values.Sum());
        Assert.True(
            callers.Count(caller => caller.HeardUnlocked) > callers.Count / 2,
            $"Hardly anybody was served: {callers.Count(caller => caller.HeardUnlocked)} of {callers.Count} have their account again, {callers.Count(caller => caller.IsWithPerson)} are with a person. The last call:\n{string.Join('\n', callers[^1].Call.Events.Where(one => one is not Answered))}"
        );
        foreach (var caller in callers)
        {
            await ground.CheckAsync(caller);
        }

        async Task CallOnAsync()
        {
            while (!killing.IsCompleted)
            {
                PatientCaller caller;
                lock (callers)
                {
                    if (callers.Count == Customers)
                    {
                        return;
                    }

                    caller = ground.Caller(callers.Count, http);
                    callers.Add(caller);
                }

                await caller.CallAsync();
            }
        }
    }
}

using System.CommandLine;
using Ivr.Data.Stores;
using Ivr.Flows.Calls;

namespace Ivr.Web.Commands;

/// <summary><c>number block</c> and <c>number allow</c>: callers who are none are shut out for a while.</summary>
public static class NumberCommands
{
    private const int FoundSomething = 1;
    private const int Unusable = 2;

    public static Command Create(string[] settings)
    {
        var number = new Argument<string>("number") { Description = "With its plus, such as +15550100." };
        var days = new Option<int>("--days") { Description = "For how long. Default 7.", DefaultValueFactory = _ => 7 };
        var reason = new Option<string>("--reason") { Description = "Why, for those who ask later.", Required = true };
        var block = new Command("block", "Turns a number away kindly, until then.") { number, days, reason };
        block.SetAction(
            (parsed, token) => BlockAsync(settings, parsed.GetValue(number)!, parsed.GetValue(days), parsed.GetValue(reason)!, token)
        );
        var allow = new Command("allow", "Lets a number in again.") { number };
        allow.SetAction((parsed, token) => AllowAsync(settings, parsed.GetValue(number)!, token));
        return new("number", "Shuts out numbers that only make trouble.") { block, allow };
    }

    private static async Task<int> BlockAsync(
        string[] settings,
        string number,
        int days,
        string reason,
        CancellationToken cancellationToken
    )
    {
        if (CallerNumber.From(number, null) is not { } e164 || days < 1)
        {
            await Console.Error.WriteLineAsync("The number must look like +15550100, and the days be 1 or more.");
            return Unusable;
        }

        return await IncidentCommands.WithStoreAsync<SqlCallers>(
            settings,
            async (callers, now) =>
            {
                await callers.BlockAsync(e164, reason, now, now.AddDays(days), cancellationToken);
                await Console.Out.WriteLineAsync($"It is turned away for {days} days.");
                return 0;
            }
        );
    }

    private static Task<int> AllowAsync(string[] settings, string number, CancellationToken cancellationToken) =>
        IncidentCommands.WithStoreAsync<SqlCallers>(
            settings,
            async (callers, _) =>
            {
                var allowed = await callers.AllowAsync(number, cancellationToken);
                await Console.Out.WriteLineAsync(allowed ? "It is let in again." : "It was not shut out.");
                return allowed ? 0 : FoundSomething;
            }
        );
}

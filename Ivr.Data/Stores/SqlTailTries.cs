using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Counts tries in <c>tail_guards</c>, by a keyed hash of the number that was keyed and by the number that calls.</summary>
public sealed class SqlTailTries(TurnScope turn, AnswerHasher hasher) : ITailTries
{
    /// <summary>A tail has four characters, and an account two numbers: ten tries a day find one tail in a thousand days.</summary>
    private const int PerNumberAndDay = 5;

    private const int PerCallerAndHour = 10;

    private const string Add = """
        insert into tail_guards (name, tries, since)
        select @name, 0, @now
        where not exists (select 1 from tail_guards where name = @name)
        """;

    private const string Spend = """
        update tail_guards
        set tries = case when since <= @before then 1 else tries + 1 end, since = case when since <= @before then @now else since end
        where name = @name and (since <= @before or tries < @most)
        """;

    public async Task<bool> SpendAsync(Call call, string keyedNumber, CancellationToken cancellationToken)
    {
        var number = hasher.Seed(KeyedNumber.From(keyedNumber).E164).ToString(CultureInfo.InvariantCulture);
        var numberHas = await SpendAsync($"number:{number}", PerNumberAndDay, TimeSpan.FromDays(1), call.Now, cancellationToken);
        var callerHas =
            call.CallerNumber is not { } caller
            || await SpendAsync($"caller:{caller}", PerCallerAndHour, TimeSpan.FromHours(1), call.Now, cancellationToken);
        return numberHas && callerHas;
    }

    private async Task<bool> SpendAsync(string name, int most, TimeSpan span, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var guard = new
        {
            name,
            most,
            now,
            before = now - span,
        };
        await turn.ExecuteAsync(Add, guard, cancellationToken);
        return await turn.ExecuteAsync(Spend, guard, cancellationToken) == 1;
    }
}

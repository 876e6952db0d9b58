using Ivr.Data.Connections;
using Ivr.Data.Messages;
using Ivr.Flows.Wallet;

namespace Ivr.Data.Stores;

/// <summary>Remembers in <c>message_optouts</c> who wants no short messages, until somebody deletes the row.</summary>
public sealed class MessageOptOuts(TurnScope turn, MessageOptions options) : IMessageChannel
{
    private const string Add = """
        insert into message_optouts (e164, at)
        select @e164, @now
        where not exists (select 1 from message_optouts where e164 = @e164)
        """;

    private const string Find = """
        select e164
        from message_optouts
        where e164 = @e164
        """;

    private const string FindNumber = """
        select p.e164
        from wallets w
        join phone_bindings p on p.customer_id = w.customer_id
        where w.id = @walletId and p.is_primary = 1
        """;

    public Task AddAsync(string e164, DateTimeOffset now, CancellationToken cancellationToken) =>
        turn.ExecuteAsync(Add, new { e164, now }, cancellationToken);

    public async Task<bool> IsOutAsync(string e164, CancellationToken cancellationToken) =>
        await turn.FindAsync<string>(Find, new { e164 }, cancellationToken) is not null;

    public async Task<bool> CanReachAsync(long walletId, CancellationToken cancellationToken) =>
        options.To != MessageChannel.Sms
        || await turn.FindAsync<string>(FindNumber, new { walletId }, cancellationToken) is { } e164
            && options.Serves(e164)
            && !await IsOutAsync(e164, cancellationToken);
}

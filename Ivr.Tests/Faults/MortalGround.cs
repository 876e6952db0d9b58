using Dapper;
using Ivr.Data.Demo;
using Ivr.Tests.Messages;
using Ivr.Tests.Webhooks;
using Ivr.Web.Commands;
using Ivr.Web.Hosting;
using Ivr.Web.Telephone;
using Microsoft.Data.Sqlite;

namespace Ivr.Tests.Faults;

/// <summary>A database with many customers whose accounts are locked, and what must be true of it in the end.</summary>
internal sealed class MortalGround : IAsyncDisposable
{
    private const int FirstId = Crowd.Stride;

    private readonly string folder = Directory.CreateTempSubdirectory("mortal-").FullName;
    private readonly CarrierStub carrier;
    private readonly DemoCustomer model = DemoWallet.Customers.First(customer => customer.Tags.Contains("happy"));

    private MortalGround(CarrierStub carrier) => this.carrier = carrier;

    public string[] Settings =>
        [
            "--environment=Development",
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--Hotline:DataDirectory={folder}",
            "--Hotline:Demo=true",
            "--Hotline:Pepper=demo-pepper-for-made-up-customers-only",
            "--Hotline:Agents:Queue=hotline",
            "--Hotline:Policy:Verification:AnswerIterations=100",
            "--Twilio:AuthToken=demo-token-for-the-telephone-on-this-machine",
            "--Hotline:Messages:PerHour=1000000",
            "--Hotline:Messages:PerPrefixPerHour=1000000",
            .. carrier.Settings,
        ];

    public static async Task<MortalGround> PrepareAsync(int customers, CarrierStub carrier)
    {
        var ground = new MortalGround(carrier);
        await using (var app = HotlineHost.Build(HotlineHost.CreateBuilder([.. ground.Settings, "--urls=http://127.0.0.1:0"], quiet: true)))
        {
            await ServeCommand.PrepareDemoAsync(app.Services, CancellationToken.None);
        }

        await using var connection = ground.Open();
        await using var transaction = connection.BeginTransaction();
        for (var number = 0; number < customers; number++)
        {
            await Crowd.CopyAsync(connection, null, FirstId + number - 1, only: 1);
        }

        await transaction.CommitAsync();
        return ground;
    }

    public PatientCaller Caller(int number, HttpClient http)
    {
        var parties = new Parties(Crowd.PhoneOf(FirstId + number), TelephoneExchange.Hotline, CarrierStub.Account, TwilioSide.TestToken);
        return new PatientCaller(new PhoneCall(new Line(http, parties)), model, carrier) { WalletId = FirstId + number };
    }

    public async Task UntilMessagesAreSettledAsync() =>
        await OutboxOf.UntilAsync(
            async () => await AskAsync<long>("select count(*) from notifications where state in ('QUEUED', 'SENDING', 'UNKNOWN')") == 0,
            async () =>
                await AskAsync<string>("select group_concat(state || ' ' || coalesce(error_code, ''), ', ') from notifications") ?? ""
        );

    /// <summary>Who heard of an effect has it, once; who did not hear of it has it once or not at all, and has a person.</summary>
    public async Task CheckAsync(PatientCaller caller)
    {
        var at =
            $"Wallet {caller.WalletId}, {caller.Call.CallSid}:\n{string.Join('\n', caller.Call.Events.Where(one => one is not Answered))}";
        var values = new
        {
            wallet = caller.WalletId,
            call = caller.Call.CallSid,
            audited = $"wallet:{caller.WalletId}",
        };
        await using var connection = Open();
        var released = await connection.ExecuteScalarAsync<long>(
            "select count(*) from wallet_locks where wallet_id = @wallet and released_by = @call",
            values
        );
        var audited = await connection.ExecuteScalarAsync<long>(
            "select count(*) from audit_log where action = 'locks released' and object = @audited",
            values
        );
        var answers = await connection.ExecuteScalarAsync<string>(
            "select group_concat(result) from verification_attempts where call_sid = @call",
            values
        );
        var notices = (
            await connection.QueryAsync<string>("select state from notifications where wallet_id = @wallet order by created_at", values)
        ).ToList();

        var told = carrier.Accepted.Where(message => message.To == caller.Call.From).GroupBy(message => message.Body).ToList();

        Assert.True(caller.HeardUnlocked || caller.IsWithPerson, at);
        Assert.True(released == audited && released <= 1, $"{released} released, {audited} audited. {at}");
        Assert.True(notices.Count == told.Count, $"{string.Join(',', notices)} and {told.Count} messages. {at}");
        Assert.True(told.All(one => one.Count() == 1), $"A message came twice. {at}");
        if (caller.HeardUnlocked)
        {
            Assert.True(released == 1, $"Nothing was released. {at}");
            Assert.True(answers == "RIGHT,RIGHT", $"{answers}. {at}");
            Assert.True(told.Count == 2, $"{told.Count} messages. {at}");
        }
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var connection = Open();
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "wallet.db")}");
        connection.Open();
        return connection;
    }
}

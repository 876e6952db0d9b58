using Ivr.Data;
using Ivr.Data.Connections;
using Ivr.Data.Demo;
using Ivr.Data.Stores;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Understanding;
using Ivr.Web.Hosting;
using Ivr.Web.Voice;

namespace Ivr.Web.Proving;

/// <summary>The hotline over the demo customers in memory, without a telephone: takes one turn from any situation, as the webhook would.</summary>
public sealed class ProvingGround : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly MemoryDialect database;
    private readonly string folder;
    private readonly byte[] demo;
    private byte[]? held;

    private ProvingGround(WebApplication app, MemoryDialect database, string folder)
    {
        (this.app, this.database, this.folder) = (app, database, folder);
        demo = database.Save();
        Hearer = new Hearer(app.Services, Now);
    }

    public Journey Journey { get; } = new();

    public DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public IServiceProvider Services => app.Services;

    public Hearer Hearer { get; }

    /// <param name="change">Changes the parts before they are put together.</param>
    public static async Task<ProvingGround> PrepareAsync(
        string[] settings,
        Action<IServiceCollection> change,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("proof-").FullName;
        var builder = HotlineHost.CreateBuilder(
            [
                "--Hotline:Pepper=demo-pepper-for-made-up-customers-only",
                "--Hotline:ProofSecret=demo-proof-secret-for-the-app-that-is-not-there",
                "--Hotline:Agents:Queue=hotline",
                $"--Hotline:Agents:CallbackCountries={CallbackPolicy.Usual}",
                .. settings,
                $"--Hotline:DataDirectory={folder}",
                "--Hotline:Policy:Verification:AnswerIterations=1",
            ],
            quiet: true
        );
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        var real = (Dialect)builder.Services.Last(service => service.ServiceType == typeof(Dialect)).ImplementationInstance!;
        var database = new MemoryDialect(real);
        builder.Services.AddSingleton<Dialect>(database);
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(DateTimeOffset.UtcNow));
        change(builder.Services);
        var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await app.Services.GetRequiredService<DemoWallet>().LoadAsync(now, cancellationToken);
        return new ProvingGround(app, database, folder);
    }

    /// <summary>The call as it begins.</summary>
    public async Task<Situation> DialAsync(Persona persona, CancellationToken cancellationToken)
    {
        Hold(demo);
        await using (var prepared = app.Services.CreateAsyncScope())
        {
            await persona.PrepareAsync(prepared.ServiceProvider, Now, cancellationToken);
            await prepared.ServiceProvider.GetRequiredService<TurnScope>().CommitAsync(cancellationToken);
            held = null;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var flows = Flows(scope.ServiceProvider);
        var call = persona.Dial(app.Services.GetRequiredService<HotlineLanguages>(), Now);
        var turn = await Engine(flows).BeginAsync(call, null, cancellationToken);
        var (world, _) = await KeepAsync(scope.ServiceProvider, turn, 1, cancellationToken);
        return Describe(flows, turn, null, persona, null, []) is var begun ? With(begun, world) : begun;
    }

    /// <summary>What a deed leads to.</summary>
    public async Task<Situation> StepAsync(Situation from, Deed deed, CancellationToken cancellationToken)
    {
        Hold(from.World ?? throw new InvalidOperationException("A situation that was let go of leads nowhere."));
        var before = database.Changes;
        await using var scope = app.Services.CreateAsyncScope();
        var flows = Flows(scope.ServiceProvider);
        try
        {
            if (deed.InQueue is { } choice)
            {
                var entries = scope.ServiceProvider.GetRequiredService<QueueEntries>();
                await entries.ChooseAsync(from.Session.Call.Sid, from.Webhooks, choice, cancellationToken);
            }

            var session = from.Session with { Call = from.Session.Call with { Now = Now } };
            var turn = await Engine(flows).TakeTurnAsync(session, deed.Input, cancellationToken);
            var (world, effects) = await KeepAsync(scope.ServiceProvider, turn, from.Webhooks + 1, cancellationToken, before, from);
            return With(Describe(flows, turn, from, from.Persona, deed, effects), world ?? from.World);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            held = null;
            return Broken(from, deed, cause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static Situation With(Situation at, byte[]? world)
    {
        at.World = world;
        return at;
    }

    private void Hold(byte[] world)
    {
        if (held != world)
        {
            database.Restore(world);
            held = world;
        }
    }

    private FlowBook Flows(IServiceProvider services) => new(services.GetServices<IFlow>().Select(Journey.Watch));

    private CallEngine Engine(FlowBook flows) =>
        new(flows, app.Services.GetRequiredService<InputReader>(), app.Services.GetRequiredService<HotlineLanguages>());

    /// <summary>As the webhook keeps a turn; what is kept of the call itself is the session.</summary>
    private async Task<(byte[]? World, IReadOnlyList<string> Effects)> KeepAsync(
        IServiceProvider services,
        Turn turn,
        int webhook,
        CancellationToken cancellationToken,
        long before = -1,
        Situation? from = null
    )
    {
        await services.GetRequiredService<HandoverDesk>().OpenAsync(turn.Session.Call, turn.Reply, webhook, cancellationToken);
        var scope = services.GetRequiredService<TurnScope>();
        await scope.CommitAsync(cancellationToken);
        if (database.Changes == before)
        {
            return (null, []);
        }

        var effects = await Effects.OfAsync(scope, turn.Session.Call, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        held = database.Save();
        return (held, [.. effects.Skip(from?.Evidence.Count ?? 0)]);
    }

    private Situation Describe(FlowBook flows, Turn turn, Situation? from, Persona persona, Deed? deed, IReadOnlyList<string> effects)
    {
        if (Session.TryRead(turn.Session.Write(), Session.CurrentVersion) is null)
        {
            throw new InvalidDataException($"What is kept of {turn.Session.Now.Flow}.{turn.Session.Now.State} cannot be read again.");
        }

        var says = flows[turn.Session.Now.Flow].Say(turn.Session.Now);
        var evidence = from is null || deed is null ? Evidence.None : from.Evidence.With(deed, from);
        return new Situation
        {
            Persona = persona,
            From = from,
            Deed = deed,
            Session = turn.Session,
            Reply = turn.Reply,
            Asked = turn.Session.Doubt?.Ask ?? says.OfType<Ask>().FirstOrDefault(),
            Questions = [.. says.OfType<Ask>().Select(ask => ask.Prompt?.Key).OfType<string>()],
            Evidence = evidence with
            {
                Done = evidence.Done.Union(effects.Where(Effects.IsLasting)),
                Count = evidence.Count + effects.Count,
            },
            Effects = effects,
            Heard = new Lazy<Hearing>(() => Hearer.Hear(turn.Reply)),
        };
    }

    private static Situation Broken(Situation from, Deed deed, Exception cause) =>
        new()
        {
            Persona = from.Persona,
            From = from,
            Deed = deed,
            Session = from.Session,
            Reply = from.Reply,
            Asked = from.Asked,
            Questions = from.Questions,
            Evidence = from.Evidence,
            Failure = cause,
            Heard = from.Heard,
        };
}

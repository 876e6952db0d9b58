using Ivr.Data.Demo;
using Ivr.Data.Stores;
using Ivr.Flows.Calls;
using Ivr.Web.Telephone;

namespace Ivr.Web.Proving;

/// <summary>Who calls in a proof, and how things stand then.</summary>
/// <param name="Name">As the report names it.</param>
/// <param name="Customer">Whose answers they know; null for a stranger.</param>
public sealed record Persona(string Name, string From, DemoCustomer? Customer)
{
    /// <summary>How a person at the machine brings things to stand so, as lines of remarks before the script.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Brings things to stand so.</summary>
    public Func<IServiceProvider, DateTimeOffset, CancellationToken, Task> PrepareAsync { get; init; } = (_, _, _) => Task.CompletedTask;

    /// <summary>The hotline calls them.</summary>
    public PromisedCall? Promised { get; init; }

    /// <summary>Every customer of the demo, and those whom no customer stands for.</summary>
    public static IReadOnlyList<Persona> All { get; } =
    [
        .. DemoWallet.Customers.Select(customer => new Persona(customer.Tags[0], customer.From ?? customer.Phone, customer)),
        new("withheld", "anonymous", null),
        new("nuisance", First.Phone, First)
        {
            Before = ["./run number block +8613800000001 --reason test"],
            PrepareAsync = (services, now, cancellationToken) =>
                services.GetRequiredService<SqlCallers>().BlockAsync(First.Phone, "proof", now, now.AddDays(1), cancellationToken),
        },
        new("closed", First.Phone, First)
        {
            Before = ["./run hours close"],
            PrepareAsync = (services, now, cancellationToken) =>
                services.GetRequiredService<SqlAgents>().CloseAsync(null, now, cancellationToken),
        },
        new("called-back", First.Phone, First)
        {
            Promised = new PromisedCall("proof", "UnlockFlow", "Referring") { PersonAnswered = true },
        },
    ];

    private static DemoCustomer First => DemoWallet.Customers[0];

    /// <summary>The call as it begins.</summary>
    public Call Dial(HotlineLanguages languages, DateTimeOffset now) =>
        new()
        {
            Sid = "CA00000000000000000000000000000000",
            From = From,
            To = TelephoneExchange.Hotline,
            StartedAt = now,
            Now = now,
            Language = languages.First,
            Promised = Promised,
        };
}

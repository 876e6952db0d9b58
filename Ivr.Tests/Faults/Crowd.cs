using System.Data.Common;
using Dapper;
using Ivr.Data.Connections;
using Ivr.Data.Demo;
using Ivr.Tests.Calls;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Faults;

/// <summary>Copies of the demo's customers, as many as a long test uses up. Answers, locks, cards and payments are those of the originals.</summary>
internal static class Crowd
{
    /// <summary>Between an original and its copies: the originals have fewer rows of anything.</summary>
    public const int Stride = 10_000;

    /// <summary>What belongs to a customer, whose it is, and what a copy has of its own.</summary>
    private static readonly (string Table, string Owner, string Own)[] Copied =
    [
        ("customers", "id", "id = id + @shift"),
        (
            "phone_bindings",
            "customer_id",
            "id = id + @shift, customer_id = customer_id + @shift, e164 = concat('+86137', substring(concat(100000000 + customer_id + @shift, ''), 2, 8))"
        ),
        (
            "wallets",
            "id",
            "id = id + @shift, customer_id = customer_id + @shift, wallet_no = concat('7', substring(concat(100000000000 + id + @shift, ''), 2, 11))"
        ),
        ("security_answers", "customer_id", "customer_id = customer_id + @shift"),
        ("wallet_locks", "wallet_id", "id = id + @shift, wallet_id = wallet_id + @shift"),
        ("bank_cards", "wallet_id", "id = id + @shift, wallet_id = wallet_id + @shift"),
        (
            "payments",
            "wallet_id",
            "id = id + @shift, wallet_id = wallet_id + @shift, card_id = card_id + @shift, order_no = concat(order_no, @shift)"
        ),
        ("reversals", "(select wallet_id from payments where id = payment_id)", "id = id + @shift, payment_id = payment_id + @shift"),
        (
            "refunds",
            "wallet_id",
            """
            id = id + @shift, wallet_id = wallet_id + @shift, payment_id = payment_id + @shift,
            receiving_card_id = receiving_card_id + @shift, refund_no = concat(refund_no, @shift)
            """
        ),
    ];

    /// <summary>So many copies of every customer, or of one.</summary>
    public static async Task<IReadOnlyList<DemoCustomer>> JoinAsync(TestHotline hotline, int copies, string? tag = null)
    {
        var dialect = hotline.Services.GetRequiredService<Dialect>();
        await using var connection = await dialect.OpenAsync(CancellationToken.None);
        await using var begun = await dialect.BeginAsync(connection, CancellationToken.None);
        var models = DemoWallet.Customers.Select((model, index) => (model, id: index + 1)).ToList();
        long? only = tag is null ? null : models.First(one => one.model.Tags.Contains(tag)).id;
        var joined = new List<DemoCustomer>();
        for (var copy = 1; copy <= copies; copy++)
        {
            await CopyAsync(connection, begun, copy * Stride, only);
            joined.AddRange(models.Where(one => only is null || one.id == only).Select(one => Member(one.model, one.id, copy * Stride)));
        }

        await begun.CommitAsync();
        return joined;
    }

    /// <param name="shift">What is added to every id.</param>
    /// <param name="only">The id of the one who is copied; everybody where null.</param>
    public static async Task CopyAsync(DbConnection connection, DbTransaction? transaction, long shift, long? only)
    {
        foreach (var (table, owner, own) in Copied)
        {
            await connection.ExecuteAsync(
                $"""
                {(
                    connection is SqliteConnection ? "create temp table one as select *" : "select * into one"
                )} from {table} where {owner} < {Stride} and {owner} = coalesce(@only, {owner});
                update one set {own};
                insert into {table} select * from one;
                drop table one;
                """,
                new { shift, only },
                transaction
            );
        }
    }

    /// <summary>The registered phone of a copy.</summary>
    public static string PhoneOf(long id) => $"+86137{id:00000000}";

    private static DemoCustomer Member(DemoCustomer model, long id, long shift) =>
        model with
        {
            Phone = PhoneOf(id + shift),
            WalletNo = $"7{id + shift:00000000000}",
            From = null,
            Payments = [.. model.Payments.Select(payment => payment with { OrderNo = $"{payment.OrderNo}{shift}" })],
        };
}

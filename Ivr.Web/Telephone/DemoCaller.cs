using Ivr.Data.Demo;

namespace Ivr.Web.Telephone;

/// <summary>A customer one can call as.</summary>
public sealed record DemoCaller(
    string Name,
    string Number,
    string Language,
    IReadOnlyList<string> Tags,
    string Zh,
    string En,
    IReadOnlyList<DemoAnswer> Answers,
    string WalletNo,
    string Phone,
    string CertificateTail
)
{
    public static DemoCaller From(DemoCustomer customer) =>
        new(
            customer.Name,
            customer.From ?? customer.Phone,
            customer.Language,
            customer.Tags,
            customer.Story.Zh,
            customer.Story.En,
            [.. DemoWallet.AnswersOf(customer)],
            customer.WalletNo,
            customer.Phone,
            customer.CertificateTail
        );
}

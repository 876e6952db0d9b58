using Ivr.Data.Demo;
using Ivr.Tests.Calls;
using Ivr.Tests.Webhooks;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Faults;

/// <summary>A line to the hotline that waits no longer for an answer than the hotline promises, and plays an error of its own instead.</summary>
internal sealed class ImpatientTwilio : IDisposable
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(6);

    private readonly TestHotline hotline;
    private readonly HttpClient http;

    public ImpatientTwilio(TestHotline hotline)
    {
        this.hotline = hotline;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = hotline.Address, Timeout = Promised };
    }

    public TestCaller Caller(string tag) => Caller(DemoWallet.Customers.First(customer => customer.Tags.Contains(tag)));

    public TestCaller Caller(DemoCustomer customer) =>
        new(
            hotline,
            customer,
            placed: new PhoneCall(
                new Line(http, new Parties(customer.Phone, TelephoneExchange.Hotline, TwilioSide.Account, TwilioSide.TestToken))
            )
        );

    /// <summary>No document came late, and none was missing.</summary>
    public static void WasAlwaysAnswered(TestCaller caller) =>
        Assert.DoesNotContain(caller.Call.Events, happened => happened is LineDid { Deed: LineDeed.CannotUse });

    public void Dispose() => http.Dispose();
}

using System.Security.Cryptography;
using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Calls;
using Ivr.Flows.Wallet;
using Ivr.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Data;

/// <summary>One-time codes where no call leads: used twice, for another action, by another call, for another account.</summary>
public sealed class CodeTests
{
    private const string Phone = "+8613800000001";
    private static readonly CodeSecrets Secrets = new("a pepper of this test, long enough to be one"u8.ToArray());

    [Fact]
    public async Task A_code_is_right_once_for_its_call_its_action_and_its_account_only()
    {
        await using var hotline = await TestHotline.StartAsync();
        var call = CallOf(hotline, "CA1");
        Assert.Equal(CodeSending.Sent, await InTurnAsync(hotline, codes => codes.SendAsync(call, 1, "unlock", default)));
        var code = await hotline.CodeSentToAsync(Phone) ?? "";

        Assert.Equal(CodeVerdict.Over, await CheckAsync(call, 1, "unfreeze"));
        Assert.Equal(CodeVerdict.Over, await CheckAsync(CallOf(hotline, "CA2"), 1, "unlock"));
        Assert.Equal(CodeVerdict.Over, await CheckAsync(call, 2, "unlock"));
        Assert.Equal(0, await hotline.AskAsync<long>("select sum(consecutive_wrong) from code_guards"));
        Assert.Equal(CodeVerdict.Right, await CheckAsync(call, 1, "unlock"));
        Assert.Equal(CodeVerdict.Over, await CheckAsync(call, 1, "unlock"));
        Assert.Equal(1, await hotline.AskAsync<long>("select tries from code_challenges"));

        // Even where the other action has a code of its own.
        Assert.Equal(CodeSending.Sent, await InTurnAsync(hotline, codes => codes.SendAsync(call, 1, "unfreeze", default)));
        Assert.Equal(CodeVerdict.Wrong, await CheckAsync(call, 1, "unfreeze"));

        // Two messages a call, whatever they are for.
        Assert.Equal(CodeSending.NotPossible, await InTurnAsync(hotline, codes => codes.SendAgainAsync(call, 1, "unfreeze", default)));
        Assert.Equal(CodeSending.NotPossible, await InTurnAsync(hotline, codes => codes.SendAsync(call, 1, "card", default)));

        Task<CodeVerdict> CheckAsync(Call from, long wallet, string action) =>
            InTurnAsync(hotline, codes => codes.CheckAsync(from, wallet, action, code, default));
    }

    [Fact]
    public async Task A_try_that_was_not_committed_never_happened_and_was_never_answered()
    {
        await using var hotline = await TestHotline.StartAsync();
        var call = CallOf(hotline, "CA1");
        await InTurnAsync(hotline, codes => codes.SendAsync(call, 1, "unlock", default));

        await using (var scope = hotline.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IOneTimeCodes>().CheckAsync(call, 1, "unlock", "000000", default);
        }

        Assert.Equal(0, await hotline.AskAsync<long>("select tries from code_challenges"));
    }

    [Fact]
    public void A_code_holds_where_it_belongs_and_nowhere_else()
    {
        var stored = Secrets.Hash("c1", "CA1", "unlock", "482913");

        Assert.True(Secrets.Matches("c1", "CA1", "unlock", "482913", stored));
        Assert.False(Secrets.Matches("c1", "CA1", "unlock", "482914", stored));
        Assert.False(Secrets.Matches("c2", "CA1", "unlock", "482913", stored));
        Assert.False(Secrets.Matches("c1", "CA2", "unlock", "482913", stored));
        Assert.False(Secrets.Matches("c1", "CA1", "unfreeze", "482913", stored));
        Assert.NotEqual(
            stored,
            new CodeSecrets("another pepper, which the thief made up himself"u8.ToArray()).Hash("c1", "CA1", "unlock", "482913")
        );
    }

    [Fact]
    public void A_sealed_code_opens_in_its_own_row_and_under_its_own_pepper_only()
    {
        var box = Secrets.Seal("c1", "482913");

        Assert.Equal("482913", Secrets.Open("c1", box));
        Assert.NotEqual(box, Secrets.Seal("c1", "482913"));
        Assert.ThrowsAny<CryptographicException>(() => Secrets.Open("c2", box));
        Assert.ThrowsAny<CryptographicException>(() => new CodeSecrets("another pepper, of a thief"u8.ToArray()).Open("c1", box));
    }

    [Fact]
    public void Codes_are_six_digits_and_use_them_all()
    {
        var drawn = Enumerable.Range(0, 2000).Select(_ => CodeSecrets.Draw()).ToList();

        Assert.All(drawn, code => Assert.Matches(@"^[0-9]{6}\z", code));
        Assert.Contains(drawn, code => code[0] == '0');
        Assert.True(drawn.Distinct().Count() > 1950);
    }

    private static Call CallOf(TestHotline hotline, string sid) =>
        new()
        {
            Sid = sid,
            From = Phone,
            To = "+15550100",
            StartedAt = hotline.Clock.GetUtcNow(),
            Now = hotline.Clock.GetUtcNow(),
        };

    private static async Task<T> InTurnAsync<T>(TestHotline hotline, Func<IOneTimeCodes, Task<T>> act)
    {
        await using var scope = hotline.Services.CreateAsyncScope();
        var done = await act(scope.ServiceProvider.GetRequiredService<IOneTimeCodes>());
        await scope.ServiceProvider.GetRequiredService<TurnScope>().CommitAsync(default);
        return done;
    }
}

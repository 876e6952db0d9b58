using System.Security.Cryptography;
using System.Text;
using Ivr.Flows.Flows;
using Ivr.Tests.Calls;
using Ivr.Tests.Databases.Tds;

namespace Ivr.Tests.Databases;

/// <summary>
/// Whole calls through the client of SQL Server, and what its network and its locks do to a turn: the caller hears nothing of it, and what was
/// asked for happens once.
/// </summary>
[OnSqliteOnly("It brings a server of its own.")]
public sealed class UnheardCommitCalls
{
    private const int Deadlock = 1205;

    private const string SavesTurn = "set turn = @Turn";
    private const string StartsCall = "insert into calls";
    private const string EndsStatements = "insert into call_turns";

    [Theory]
    [InlineData("nothing")]
    [InlineData("every second turn is the victim of a deadlock")]
    [InlineData("every second turn loses its connection before its commit")]
    [InlineData("no commit of a turn is ever heard of")]
    public async Task A_locked_caller_is_unlocked_once_whatever_happens_to(string trouble)
    {
        await using var wallet = await TestHotline.StartAsync();
        await wallet.StopAsync();
        await PretendAsync(wallet);
        var turns = 0;
        await using var server = new TdsResponder(() =>
            new SqliteBehind(Path.Combine(wallet.Folder, "wallet.db"), Trouble(trouble, () => Interlocked.Increment(ref turns) % 2 == 1))
        );
        await using var hotline = await TestHotline.StartAsync(
            "--Database:Provider=SqlServer",
            $"--ConnectionStrings:Wallet={server.ConnectionString}",
            $"--Hotline:DataDirectory={wallet.Folder}"
        );

        await hotline
            .Caller("happy")
            .Dials()
            .Chooses<UnlockFlow>()
            .AnswersRightly(2)
            .Presses("1")
            .KeysTheCode()
            .Hears("已经解锁")
            .HangsUp();

        Assert.Equal(1, await hotline.AskAsync<long>("select count(*) from audit_log where action = 'locks released'"));
        Assert.Equal(2, await hotline.AskAsync<long>("select count(*) from verification_attempts where result = 'RIGHT'"));
        Assert.DoesNotContain(hotline.Log.Lines, line => line.Contains("a turn broke", StringComparison.Ordinal));
        Assert.Equal(trouble != "nothing", hotline.Log.Lines.Any(line => line.Contains("is done again", StringComparison.Ordinal)));
    }

    /// <summary>What goes wrong on one connection.</summary>
    private static Func<TdsRequest, Trouble?> Trouble(string kind, Func<bool> isNext)
    {
        var saves = false;
        return request =>
        {
            var sql = (request as TdsRequest.Run)?.Sql ?? "";
            if (request is TdsRequest.Begin)
            {
                saves = false;
            }

            saves |= sql.Contains(SavesTurn, StringComparison.Ordinal) || sql.StartsWith(StartsCall, StringComparison.Ordinal);
            return kind switch
            {
                "nothing" => null,
                "every second turn is the victim of a deadlock" => sql.StartsWith(EndsStatements, StringComparison.Ordinal) && isNext()
                    ? new Trouble.Error(Deadlock)
                    : null,
                "every second turn loses its connection before its commit" => saves && request is TdsRequest.Commit && isNext()
                    ? new Trouble.CutBefore()
                    : null,
                _ => saves && request is TdsRequest.Commit ? new Trouble.CutBehind() : null,
            };
        };
    }

    /// <summary>The file has the tables; its history says so in the words of SQL Server's migrations.</summary>
    private static async Task PretendAsync(TestHotline wallet)
    {
        foreach (var name in TransactSql.Migrations())
        {
            var hash = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(TransactSql.Migration(name).ReplaceLineEndings("\n")))
            );
            await wallet.ExecuteAsync($"update schema_versions set sha256 = '{hash}' where name = '{name}'");
        }
    }
}

using System.Collections.Concurrent;
using System.Data.Common;
using Ivr.Data.Connections;
using Ivr.Tests.Databases.Tds;
using Microsoft.Data.SqlClient;

namespace Ivr.Tests.Databases;

/// <summary>A turn's connection by the real client of SQL Server, against a responder that says what arrived.</summary>
public sealed class TdsTests
{
    private const byte ReadCommitted = 2;
    private const byte OfTheUser = 16;

    private static readonly DateTimeOffset Moment = new(2026, 11, 25, 8, 30, 15, TimeSpan.FromHours(8));

    private sealed class Answers(ConcurrentQueue<TdsRequest> seen, Func<TdsRequest, TdsReply?> answer) : ITdsSession
    {
        public Task<TdsReply?> AnswerAsync(TdsRequest request)
        {
            seen.Enqueue(request);
            return Task.FromResult(
                request switch
                {
                    TdsRequest.Begin => TdsReply.Begun(),
                    TdsRequest.Commit => TdsReply.Committed(),
                    TdsRequest.Rollback => TdsReply.RolledBack(),
                    _ => answer(request),
                }
            );
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Row
    {
        public required string Sid { get; init; }
        public int Turn { get; init; }
        public bool Urgent { get; init; }
        public DateTimeOffset? At { get; init; }
        public string? Reply { get; init; }
    }

    [Fact]
    public async Task Parameters_arrive_in_the_types_of_the_columns_and_rows_come_back()
    {
        var longText = new string('字', 9000);
        var seen = new ConcurrentQueue<TdsRequest>();
        string[] names = ["sid", "turn", "urgent", "at", "reply"];
        await using var server = Server(
            seen,
            _ =>
                TdsReply.Rows(
                    names,
                    [
                        ["CA1", 7L, 1L, "2026-11-25T00:30:15.000000Z", longText],
                    ]
                )
        );
        await using var scope = Scope(server);

        var row = await scope.FindAsync<Row>(
            "select sid, @turn, @id, @urgent, @at, @never, @reply from calls {for update} where sid = @sid {limit 1}",
            new
            {
                sid = "CA1",
                turn = 7,
                id = 8_000_000_000,
                urgent = true,
                at = Moment.AddTicks(19),
                never = (DateTimeOffset?)null,
                reply = longText,
            },
            default
        );
        await scope.CommitAsync(default);

        Assert.Equal(("CA1", 7, true, Moment, longText), (row!.Sid, row.Turn, row.Urgent, row.At, row.Reply));
        Assert.Equal(new TdsRequest.Begin(ReadCommitted), seen.First());
        var run = Assert.Single(seen.OfType<TdsRequest.Run>());
        Assert.EndsWith(
            "from calls with (updlock, rowlock) where sid = @sid offset 0 rows fetch next 1 rows only",
            run.Sql,
            StringComparison.Ordinal
        );
        Assert.Equal("CA1", run.Parameters["@sid"]);
        Assert.Equal(7, run.Parameters["@turn"]);
        Assert.Equal(8_000_000_000, run.Parameters["@id"]);
        Assert.Equal(true, run.Parameters["@urgent"]);
        Assert.Equal(Moment.UtcDateTime.AddTicks(10), run.Parameters["@at"]);
        Assert.Null(run.Parameters["@never"]);
        Assert.Equal(longText, run.Parameters["@reply"]);
        Assert.IsType<TdsRequest.Commit>(seen.Last());
    }

    [Fact]
    public async Task What_is_not_committed_is_rolled_back_and_the_connection_is_used_again()
    {
        var seen = new ConcurrentQueue<TdsRequest>();
        await using var server = Server(seen, _ => TdsReply.Changes(2));
        await using (var scope = Scope(server))
        {
            Assert.Equal(2, await scope.ExecuteAsync("update calls set turn = @turn", new { turn = 1 }, default));
        }

        Assert.IsType<TdsRequest.Rollback>(seen.Last());
        await using (var next = Scope(server))
        {
            await next.ExecuteAsync("update calls set turn = @turn", new { turn = 1 }, default);
        }

        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(1205, "deadlock")]
    [InlineData(3960, "snapshot conflict")]
    [InlineData(1222, "lock timeout")]
    [InlineData(2627, "another inserted the row first")]
    [InlineData(2601, "another inserted the row first")]
    [InlineData(8152, null)]
    public async Task An_error_says_by_its_number_whether_another_try_is_worth_it(int number, string? why)
    {
        await using var server = Server([], _ => TdsReply.Error(number, OfTheUser, "No.", endsTransaction: number == 1205));
        await using var scope = Scope(server);

        var cause = await Assert.ThrowsAnyAsync<DbException>(() => scope.ExecuteAsync("update calls set turn = 1", new { }, default));

        Assert.Equal(number, cause is RefusedException refused ? refused.Number : ((SqlException)cause).Number);
        Assert.Equal(why, Dialect(server).WorthAnotherTry(cause));
    }

    [Theory]
    [InlineData(2627)]
    [InlineData(2628)]
    public async Task What_the_database_says_of_a_row_stays_out_of_the_exception(int number)
    {
        await using var server = Server(
            [],
            _ => TdsReply.Error(number, OfTheUser, "The value is (+8613800000001).", endsTransaction: false)
        );
        await using var scope = Scope(server);

        var cause = await Assert.ThrowsAnyAsync<DbException>(() => scope.ExecuteAsync("update calls set turn = 1", new { }, default));

        Assert.DoesNotContain("+86", cause.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_worth_another_try_and_the_next_try_has_another()
    {
        var isCut = true;
        await using var server = Server([], _ => isCut ? null : TdsReply.Changes(1));
        await using var scope = Scope(server);
        var cause = await Assert.ThrowsAsync<SqlException>(() => scope.ExecuteAsync("update calls set turn = 1", new { }, default));
        Assert.Equal("connection lost", Dialect(server).WorthAnotherTry(cause));

        isCut = false;
        await using var again = Scope(server);

        Assert.Equal(1, await again.ExecuteAsync("update calls set turn = 1", new { }, default));
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public void A_connection_string_for_Entra_ID_is_refused_by_name()
    {
        var options = new DatabaseOptions { ConnectionString = "Server=db;Authentication=Active Directory Default" };

        Assert.Contains(
            "Entra ID",
            Assert.Throws<InvalidDataException>(() => new SqlServerDialect(options)).Message,
            StringComparison.Ordinal
        );
    }

    private static TdsResponder Server(ConcurrentQueue<TdsRequest> seen, Func<TdsRequest, TdsReply?> answer) =>
        new(() => new Answers(seen, answer));

    private static SqlServerDialect Dialect(TdsResponder server) => new(new DatabaseOptions { ConnectionString = server.ConnectionString });

    private static TurnScope Scope(TdsResponder server) => new(Dialect(server));
}

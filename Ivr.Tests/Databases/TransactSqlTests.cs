using Ivr.Data;

namespace Ivr.Tests.Databases;

/// <summary>What SQL Server is sent, read by its own grammar: no server is needed to find a word that only SQLite knows.</summary>
public sealed class TransactSqlTests
{
    public static TheoryData<string> Migrations => [.. TransactSql.Migrations()];

    [Theory]
    [MemberData(nameof(Migrations))]
    public void Every_migration_is_TSQL(string name)
    {
        TransactSql.Parse(TransactSql.Migration(name), out var complaints);

        Assert.Empty(complaints);
    }

    [Fact]
    public void Every_statement_is_TSQL_over_the_tables_that_the_migrations_leave() =>
        Assert.Empty(Statements.All.Keys.SelectMany(name => Findings(TransactSql.Statement(name)).Select(finding => $"{name}: {finding}")));

    [Theory]
    [InlineData("select id from wallets order by id limit 1", "encountered limit")]
    [InlineData("insert into message_optouts (e164, at) values (@a, @b) on conflict do nothing", "Incorrect syntax near")]
    [InlineData("select display_name || @a from customers", "Incorrect syntax near |")]
    [InlineData("select ifnull(birth_date, @a) from customers", "there is no function ifnull")]
    [InlineData("select max(birth_date, @a) from customers", "max takes one value")]
    [InlineData("select nick_name from customers", "there is no column nick_name")]
    [InlineData(
        "select c.id from customers c where exists (select 1 from wallets w where w.customer = c.id)",
        "there is no column w.customer"
    )]
    [InlineData("delete from customer", "there is no table customer")]
    [InlineData("insert into message_optouts (e164, at) values (@a)", "2 columns get 1 values")]
    public void The_reader_finds_what_SQL_Server_would_refuse(string sql, string finding) =>
        Assert.Contains(Findings(sql), found => found.Contains(finding, StringComparison.Ordinal));

    private static List<string> Findings(string sql)
    {
        var tree = TransactSql.Parse(sql, out var complaints);
        if (complaints is [_, ..])
        {
            return [.. complaints];
        }

        var reader = new StatementReader(TransactSql.Tables);
        tree.Accept(reader);
        reader.JudgeColumns();
        return reader.Findings;
    }
}

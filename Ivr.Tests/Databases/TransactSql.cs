using Ivr.Data;
using Ivr.Data.Connections;
using Ivr.Tests.Rules;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Ivr.Tests.Databases;

/// <summary>Reads T-SQL by SQL Server's own grammar, and keeps the tables that the migrations leave behind.</summary>
internal static class TransactSql
{
    private static readonly SqlServerDialect Dialect = new(new DatabaseOptions { ConnectionString = "Server=nowhere" });

    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Tables { get; } = ReadTables();

    public static IEnumerable<string> Migrations() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "Ivr.Data", "Migrations", "SqlServer"))
            .Select(path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal);

    public static string Migration(string name) => Repository.Read($"Ivr.Data/Migrations/SqlServer/{name}");

    /// <summary>As SQL Server is sent it.</summary>
    public static string Statement(string name) => Dialect.Translate(Statements.All[name]);

    public static TSqlFragment Parse(string sql, out IList<string> complaints)
    {
        var tree = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        complaints = [.. errors.Select(error => $"line {error.Line}: {error.Message}")];
        return tree;
    }

    private static Dictionary<string, IReadOnlySet<string>> ReadTables()
    {
        var tables = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var statement in Migrations().SelectMany(name => Batches(Parse(Migration(name), out _))))
        {
            switch (statement)
            {
                case CreateTableStatement create:
                    tables[create.SchemaObjectName.BaseIdentifier.Value] = Names(create.Definition).ToHashSet(StringComparer.Ordinal);
                    break;
                case AlterTableAddTableElementStatement alter:
                    var altered = alter.SchemaObjectName.BaseIdentifier.Value;
                    tables[altered] = tables[altered].Concat(Names(alter.Definition)).ToHashSet(StringComparer.Ordinal);
                    break;
                case ExecuteStatement
                {
                    ExecuteSpecification.ExecutableEntity: ExecutableProcedureReference { Parameters: [var from, var to, _] }
                }:
                    tables.Remove(Word(from), out var columns);
                    tables[Word(to)] = columns!;
                    break;
            }
        }

        return tables;
    }

    private static IEnumerable<TSqlStatement> Batches(TSqlFragment script) =>
        ((TSqlScript)script).Batches.SelectMany(batch => batch.Statements);

    private static IEnumerable<string> Names(TableDefinition table) =>
        table.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value);

    private static string Word(ExecuteParameter parameter) => ((StringLiteral)parameter.ParameterValue).Value;
}

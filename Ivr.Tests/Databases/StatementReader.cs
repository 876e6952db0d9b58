using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Ivr.Tests.Databases;

/// <summary>What a statement asks of the database beyond its grammar: tables, columns and functions that have to be there.</summary>
internal sealed class StatementReader(IReadOnlyDictionary<string, IReadOnlySet<string>> tables) : TSqlFragmentVisitor
{
    /// <summary>Those of SQL Server 2019 that the hotline has use for; SQLite knows them too.</summary>
    private static readonly string[] Functions = ["concat", "count", "max", "min", "replace", "sum"];

    private readonly Dictionary<string, IReadOnlySet<string>> sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ColumnReferenceExpression> columns = [];
    private readonly HashSet<string> named = new(StringComparer.OrdinalIgnoreCase);

    public List<string> Findings { get; } = [];

    public override void Visit(NamedTableReference node)
    {
        var name = node.SchemaObject.BaseIdentifier.Value;
        if (tables.TryGetValue(name, out var known))
        {
            sources[node.Alias?.Value ?? name] = known;
        }
        else if (!sources.ContainsKey(name))
        {
            Findings.Add($"there is no table {name}");
        }
    }

    public override void Visit(CommonTableExpression node) =>
        sources[node.ExpressionName.Value] = Outputs(node.QueryExpression).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public override void Visit(QueryDerivedTable node) =>
        sources[node.Alias.Value] = Outputs(node.QueryExpression).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public override void Visit(SelectScalarExpression node)
    {
        if (node.ColumnName is { } name)
        {
            named.Add(name.Value);
        }
    }

    public override void Visit(ColumnReferenceExpression node)
    {
        if (node.ColumnType == ColumnType.Regular)
        {
            columns.Add(node);
        }
    }

    public override void Visit(FunctionCall node)
    {
        if (!Functions.Contains(node.FunctionName.Value, StringComparer.OrdinalIgnoreCase))
        {
            Findings.Add($"there is no function {node.FunctionName.Value}");
        }

        if (node.FunctionName.Value is "min" or "max" && node.Parameters.Count != 1)
        {
            Findings.Add($"{node.FunctionName.Value} takes one value");
        }
    }

    public override void Visit(InsertSpecification node)
    {
        var given = node.InsertSource switch
        {
            ValuesInsertSource values => values.RowValues[0].ColumnValues.Count,
            SelectInsertSource { Select: QuerySpecification select } => select.SelectElements.Count,
            _ => -1,
        };
        if (given != node.Columns.Count)
        {
            Findings.Add($"{node.Columns.Count} columns get {given} values");
        }
    }

    /// <summary>Once everything was visited: an alias may be used in front of where it is given.</summary>
    public void JudgeColumns() =>
        Findings.AddRange(columns.Where(column => !IsThere(column)).Select(column => $"there is no column {Text(column)}"));

    private bool IsThere(ColumnReferenceExpression column) =>
        column.MultiPartIdentifier.Identifiers switch
        {
            [var name] => sources.Values.Any(source => source.Contains(name.Value)) || named.Contains(name.Value),
            [var source, var name] => sources.TryGetValue(source.Value, out var known) && known.Contains(name.Value),
            _ => false,
        };

    private static string Text(ColumnReferenceExpression column) =>
        string.Join('.', column.MultiPartIdentifier.Identifiers.Select(part => part.Value));

    private static IEnumerable<string> Outputs(QueryExpression query) =>
        query is QuerySpecification select
            ? select
                .SelectElements.OfType<SelectScalarExpression>()
                .Select(element =>
                    element.ColumnName?.Value
                    ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value
                )
                .OfType<string>()
        : query is BinaryQueryExpression both ? Outputs(both.FirstQueryExpression)
        : [];
}

using System.Reflection;

namespace Ivr.Data;

/// <summary>Every statement the stores send, gathered from the constants above their methods.</summary>
public static class Statements
{
    /// <summary>By store and name, as <c>SqlLocks.Release</c>.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        typeof(Statements)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == "Ivr.Data.Stores")
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string))
            .Select(field => (Name: $"{field.DeclaringType!.Name}.{field.Name}", Sql: (string)field.GetRawConstantValue()!))
            .Where(statement => IsWhole(statement.Sql))
            .ToDictionary(statement => statement.Name, statement => statement.Sql, StringComparer.Ordinal);

    /// <summary>Not the head that several statements share.</summary>
    private static bool IsWhole(string sql) => !sql.EndsWith('\n');
}

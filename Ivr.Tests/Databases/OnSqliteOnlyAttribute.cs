namespace Ivr.Tests.Databases;

/// <summary>For tests of what only SQLite has: its files, its plans, its log.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OnSqliteOnlyAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}

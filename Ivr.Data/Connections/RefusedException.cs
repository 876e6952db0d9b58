using System.Data.Common;

namespace Ivr.Data.Connections;

/// <summary>What the database refused, by its number alone: in its own words it would name what was in the row.</summary>
public sealed class RefusedException(int number) : DbException($"The database refused a statement: error {number}.")
{
    public int Number { get; } = number;
}

using System.Data.Common;
using Ivr.Data.Connections;

namespace Ivr.Data;

/// <summary>Proves that every query the hotline sends fits the database it is given.</summary>
public sealed class DatabaseCheck(Dialect dialect)
{
    /// <returns>A line for each statement that does not fit, with the database's own words for what is missing.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dialect.OpenAsync(cancellationToken);
        var findings = new List<string>();
        foreach (var (name, sql) in Statements.All.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            try
            {
                await dialect.ProveAsync(connection, sql, cancellationToken);
            }
            catch (DbException cause)
            {
                findings.Add($"{name}: {cause.Message}");
            }
        }

        return findings;
    }
}

using Ivr.Data.Connections;

namespace Ivr.Data.Demo;

/// <summary>Puts rows of the demo into tables. Ids are counted from one, so that every load gives the same.</summary>
internal sealed class DemoRows(TurnScope scope, DateTimeOffset now, TimeZoneInfo zone)
{
    private readonly Dictionary<string, long> lastIds = new(StringComparer.Ordinal);

    /// <summary>The columns are the members of the row.</summary>
    public Task InsertAsync(string table, object row, CancellationToken cancellationToken)
    {
        var columns = Columns(row);
        return scope.ExecuteAsync(
            $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(column => $"@{column}"))})",
            row,
            cancellationToken
        );
    }

    public async Task UpsertAsync(string table, long id, object row, CancellationToken cancellationToken)
    {
        var sets = string.Join(", ", Columns(row).Where(column => column != "id").Select(column => $"{column} = @{column}"));
        if (await scope.ExecuteAsync($"update {table} set {sets} where id = {id}", row, cancellationToken) == 0)
        {
            await InsertAsync(table, row, cancellationToken);
        }
    }

    private static string[] Columns(object row) => [.. row.GetType().GetProperties().Select(property => property.Name)];

    /// <summary>A zero character ends a text for SQLite, so that nobody's name can hold one.</summary>
    public static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    public DateTimeOffset? At(string? time) => time is null ? null : DemoTime.Read(time, now, zone);

    public long Next(string table) => lastIds[table] = lastIds.GetValueOrDefault(table) + 1;
}

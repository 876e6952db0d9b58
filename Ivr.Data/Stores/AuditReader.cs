using System.Runtime.CompilerServices;
using Dapper;
using Ivr.Data.Audit;
using Ivr.Data.Connections;

namespace Ivr.Data.Stores;

/// <summary>Reads the audit as it stands, in no transaction: who walks it for a minute keeps nobody from writing.</summary>
public sealed class AuditReader(Dialect dialect)
{
    private const string FindHead = """
        select seq, hash
        from audit_head
        where id = 1
        """;

    private const string FindAt = """
        select seq, hash
        from audit_log
        where seq = @seq
        """;

    private const string List = """
        select seq, at, actor, action, object as subject, call_sid, hash
        from audit_log
        where seq > @after
        order by seq {limit 5000}
        """;

    /// <summary>Null where somebody took it away.</summary>
    public Task<AuditHead?> FindHeadAsync(CancellationToken cancellationToken) => FindAsync(FindHead, new { }, cancellationToken);

    /// <summary>As the row in that place says; null where there is none.</summary>
    public Task<AuditHead?> FindAtAsync(long seq, CancellationToken cancellationToken) => FindAsync(FindAt, new { seq }, cancellationToken);

    /// <summary>Every row behind a place, in the order of the places, with those that are appended meanwhile.</summary>
    public async IAsyncEnumerable<AuditEntry> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await dialect.OpenAsync(cancellationToken);
        while (true)
        {
            var command = new CommandDefinition(dialect.Translate(List), new { after }, cancellationToken: cancellationToken);
            var rows = (await connection.QueryAsync<AuditEntry>(command)).AsList();
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count == 0)
            {
                yield break;
            }

            after = rows[^1].Seq;
        }
    }

    private async Task<AuditHead?> FindAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await dialect.OpenAsync(cancellationToken);
        var command = new CommandDefinition(dialect.Translate(sql), parameters, cancellationToken: cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<AuditHead>(command);
    }
}

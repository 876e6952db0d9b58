using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Ivr.Data.Connections;

/// <summary>Moments go in and come out as UTC, whatever the database stores them as; a missing one comes out as null, also where it is all that was asked for.</summary>
internal sealed class MomentHandler : SqlMapper.ITypeHandler
{
    public void SetValue(IDbDataParameter parameter, object value)
    {
        (parameter.DbType, parameter.Value) = (parameter, value) switch
        {
            (SqliteParameter, DateTimeOffset moment) => (DbType.String, SqliteDialect.Store(moment)),
            (_, DateTimeOffset moment) => (DbType.DateTime2, SqlServerDialect.Store(moment)),
            _ => (DbType.DateTime2, (object)DBNull.Value),
        };
    }

    public object? Parse(Type destinationType, object value) =>
        value switch
        {
            null or DBNull => null,
            DateTime moment => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
            DateTimeOffset moment => moment.ToUniversalTime(),
            _ => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        };
}

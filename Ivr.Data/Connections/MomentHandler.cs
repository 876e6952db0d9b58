using System.Data;
using System.Globalization;
using Dapper;

namespace Ivr.Data.Connections;

/// <summary>Moments go in and come out as UTC, whatever the database stores them as; a missing one comes out as null, also where it is all that was asked for.</summary>
internal sealed class MomentHandler(Dialect dialect) : SqlMapper.ITypeHandler
{
    public void SetValue(IDbDataParameter parameter, object value)
    {
        parameter.Value = value is DateTimeOffset moment ? dialect.Store(moment) : DBNull.Value;
        if (parameter.Value is DateTime)
        {
            parameter.DbType = DbType.DateTime2;
        }
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

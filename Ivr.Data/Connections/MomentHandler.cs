using System.Data;
using System.Globalization;
using Dapper;

namespace Ivr.Data.Connections;

/// <summary>Moments go in and come out as UTC, whatever the database stores them as.</summary>
internal sealed class MomentHandler(Dialect dialect) : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        parameter.Value = dialect.Store(value);
        if (parameter.Value is DateTime)
        {
            parameter.DbType = DbType.DateTime2;
        }
    }

    public override DateTimeOffset Parse(object value) =>
        value switch
        {
            DateTime moment => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
            DateTimeOffset moment => moment.ToUniversalTime(),
            _ => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        };
}

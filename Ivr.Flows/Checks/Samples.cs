using System.Reflection;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Checks;

/// <summary>Makes up notes in which nothing is missing, so that every state can be asked what it says.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 25, 8, 5, 0, TimeSpan.Zero);

    /// <summary>A value of that type with one thing in each list, and a value in each member that may have one.</summary>
    public static object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner);
        }

        return type switch
        {
            _ when type == typeof(string) => "1",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 4,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(DateTimeOffset) => Moment,
            _ when type == typeof(DateOnly) => DateOnly.FromDateTime(Moment.DateTime),
            _ when type == typeof(Amount) => new Amount(1250, "CNY"),
            { IsEnum: true } => Enum.GetValues(type).GetValue(0)!,
            { IsInterface: true, IsGenericType: true } => ListOf(type.GetGenericArguments()[0]),
            _ => Filled(type),
        };
    }

    private static Array ListOf(Type type)
    {
        // Two of them, so that what is said of the rest is said as well.
        var list = Array.CreateInstance(type, 2);
        list.SetValue(Of(type), 0);
        list.SetValue(Of(type), 1);
        return list;
    }

    private static object Filled(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(one => one.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            property.SetValue(made, Of(property.PropertyType));
        }

        return made;
    }
}

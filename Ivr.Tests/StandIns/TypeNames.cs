namespace Ivr.Tests.StandIns;

/// <summary>Type names as C# writes them, in full; nested types after a dot, nullable values with a question mark.</summary>
public static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) =>
        Keywords.TryGetValue(type, out var keyword) ? keyword
        : type.IsGenericParameter ? type.Name
        : type.IsArray ? $"{Of(type.GetElementType()!)}[]"
        : Nullable.GetUnderlyingType(type) is { } value ? $"{Of(value)}?"
        : Full(type);

    public static string Simple(Type type) => type.Name.Split('`')[0];

    private static string Full(Type type)
    {
        // A nested type repeats the type arguments of the types around it.
        var arguments = type.GetGenericArguments();
        var nesting = type.DeclaringType is null ? 0 : type.DeclaringType.GetGenericArguments().Length;
        var outer = type.DeclaringType is null ? type.Namespace : Full(Closed(type.DeclaringType, arguments[..nesting]));
        var own = arguments[nesting..];
        return $"{outer}.{Simple(type)}{(own.Length == 0 ? "" : $"<{string.Join(", ", own.Select(Of))}>")}";
    }

    private static Type Closed(Type type, Type[] arguments) =>
        arguments.Length == 0 || arguments.All(one => one.IsGenericParameter) ? type : type.MakeGenericType(arguments);
}

using System.Collections.Concurrent;
using System.Text.Json;

namespace Ivr.Data.Connections;

/// <summary>Enums as the wallet writes them: <c>LoginPwdTries</c> is <c>LOGIN_PWD_TRIES</c>.</summary>
public static class Codes
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, Enum>> Known = new();

    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    /// <summary>Null for a code that this version does not know.</summary>
    public static TEnum? Find<TEnum>(string? code)
        where TEnum : struct, Enum =>
        code is not null && Known.GetOrAdd(typeof(TEnum), Read).TryGetValue(code, out var value) ? (TEnum)value : null;

    /// <exception cref="InvalidDataException">The code is not known.</exception>
    public static TEnum Parse<TEnum>(string code)
        where TEnum : struct, Enum => Find<TEnum>(code) ?? throw new InvalidDataException($"{code} is no {typeof(TEnum).Name}.");

    private static Dictionary<string, Enum> Read(Type type) =>
        Enum.GetValues(type)
            .Cast<Enum>()
            .ToDictionary(value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()), StringComparer.Ordinal);
}

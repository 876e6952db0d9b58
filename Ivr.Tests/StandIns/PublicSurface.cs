using System.Globalization;
using System.Reflection;

namespace Ivr.Tests.StandIns;

/// <summary>
/// Writes what other assemblies can see of an assembly, one line a member, as the listings in <c>api/</c> do; without attributes, and
/// with a type's bases one line each, so that a stand-in may have fewer of them.
/// </summary>
public static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes().SelectMany(Of);

    private static IEnumerable<string> Of(Type type)
    {
        var lines = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"member {name} = {Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")
            : Members(type);
        return Header(type).Concat(lines).Select(line => $"{TypeNames.Of(type)} :: {line}");
    }

    private static IEnumerable<string> Header(Type type)
    {
        yield return $"type public {Kind(type)}";
        var interfaces = type.GetInterfaces().Where(candidate => candidate.IsVisible);
        var inherited = interfaces.SelectMany(one => one.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        var bases = type.IsEnum || type.BaseType is null || type.BaseType == typeof(object) ? [] : new[] { type.BaseType };
        foreach (var parent in bases.Concat(type.IsEnum ? [] : interfaces.Except(inherited)))
        {
            yield return $"base {TypeNames.Of(parent)}";
        }
    }

    private static string Kind(Type type) =>
        type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var constructor in type.GetConstructors(Declared).Where(one => !one.IsStatic && IsVisible(one)))
        {
            yield return $"ctor {Access(constructor)} {TypeNames.Simple(type)}({Parameters(constructor)})";
        }

        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic))
        {
            var kind =
                field.IsLiteral ? "const "
                : field.IsStatic ? "static readonly "
                : "";
            var value = field.IsLiteral ? $" = \"{field.GetRawConstantValue()}\"" : $" = <\"{field.GetValue(null)}\">";
            yield return $"field public {kind}{TypeNames.Of(field.FieldType)} {field.Name}{value}";
        }

        foreach (var property in type.GetProperties(Declared))
        {
            var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
            if (accessors.Count > 0)
            {
                yield return Property(property, accessors);
            }
        }

        foreach (var method in type.GetMethods(Declared).Where(method => IsVisible(method) && !IsAccessor(method)))
        {
            yield return Method(method);
        }
    }

    private static string Property(PropertyInfo property, List<MethodInfo> accessors)
    {
        var widest = accessors.Find(accessor => accessor.IsPublic) ?? accessors[0];
        var words = accessors.Select(accessor =>
            $"{(accessor.IsPublic == widest.IsPublic ? "" : Access(accessor) + " ")}{accessor.Name[..3]};"
        );
        return $"property {Access(widest)} {Modifiers(widest)}{TypeNames.Of(property.PropertyType)} {property.Name} {{ {string.Join(' ', words)} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";
        return method.Name switch
        {
            "op_Implicit" => $"operator public static implicit operator {TypeNames.Of(method.ReturnType)}({Parameters(method)})",
            "op_Equality" => $"operator public static bool operator ==({Parameters(method)})",
            "op_Inequality" => $"operator public static bool operator !=({Parameters(method)})",
            _ =>
                $"method {Access(method)} {Modifiers(method)}{TypeNames.Of(method.ReturnType)} {method.Name}{generic}({Parameters(method)})",
        };
    }

    private static string Modifiers(MethodInfo method) =>
        method switch
        {
            { IsStatic: true } => "static ",
            { DeclaringType.IsInterface: true } => "",
            { IsAbstract: true } => "abstract ",
            _ when Hides(method) => "new ",
            { IsVirtual: true, IsFinal: false } => method.GetBaseDefinition() == method ? "virtual " : "override ",
            _ => "",
        };

    private static bool Hides(MethodInfo method) =>
        method.GetBaseDefinition() == method
        && method.DeclaringType!.BaseType?.GetMethod(method.Name, [.. method.GetParameters().Select(one => one.ParameterType)]) is not null;

    private static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)) ? "this " : "";
        return extension
            + string.Join(", ", method.GetParameters().Select(one => $"{TypeNames.Of(one.ParameterType)} {one.Name}{Default(one)}"));
    }

    private static string Default(ParameterInfo parameter) =>
        parameter switch
        {
            { HasDefaultValue: false } => "",
            { DefaultValue: null } => " = null",
            { DefaultValue: string text } => $" = \"{text}\"",
            { DefaultValue: bool flag } => flag ? " = true" : " = false",
            { ParameterType.IsEnum: true } =>
                $" = {TypeNames.Of(parameter.ParameterType)}.{Enum.ToObject(parameter.ParameterType, parameter.DefaultValue)}",
            _ => $" = {parameter.DefaultValue}",
        };

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && (method.Name[..4] is "get_" or "set_");

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";
}

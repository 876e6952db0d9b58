using System.Reflection;

namespace Ivr.Tests.StandIns;

/// <summary>The packages that a stand-in may replace, as this build took them.</summary>
public static class StandInPackages
{
    public static IReadOnlyList<string> Names { get; } = ["Stateless", "Twilio", "Twilio.AspNet.Core", "Microsoft.SqlServer.Server"];

    /// <summary>The stand-ins among them. There is nothing to hold a real package to: it is what it is.</summary>
    public static IReadOnlyList<Assembly> StandIns { get; } = [.. Names.Select(Assembly.Load).Where(IsStandIn)];

    public static bool Has(string name) => StandIns.Any(standIn => standIn.GetName().Name == name);

    public static string Path(string folder, string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "StandIns", folder, file);

    private static bool IsStandIn(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(about => about is { Key: "StandIn", Value: "true" });
}

/// <summary>A test that holds stand-ins to what the real packages answered, and is skipped by name where the real ones are there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StandInFactAttribute : FactAttribute
{
    /// <param name="names">The packages that have to be stand-ins.</param>
    public StandInFactAttribute(params string[] names)
    {
        var real = names.Where(name => !StandInPackages.Has(name)).ToList();
        if (real.Count > 0)
        {
            Skip = $"{string.Join(" and ", real)} is the real package here: there is no stand-in to compare with it.";
        }
    }
}

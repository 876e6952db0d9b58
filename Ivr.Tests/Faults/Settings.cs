using System.Globalization;

namespace Ivr.Tests.Faults;

/// <summary>How long the long tests are: short where nobody says otherwise.</summary>
internal static class Settings
{
    /// <param name="name">An environment variable.</param>
    public static int Of(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? int.Parse(set, CultureInfo.InvariantCulture) : usual;
}

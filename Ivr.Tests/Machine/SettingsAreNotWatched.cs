using System.Runtime.CompilerServices;

namespace Ivr.Tests.Machine;

/// <summary>
/// Hundreds of hosts start here, and a machine gives out few file watchers: none of them watches its settings files, nor do programs that tests
/// start.
/// </summary>
internal static class SettingsAreNotWatched
{
    [ModuleInitializer]
    internal static void Begin() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}

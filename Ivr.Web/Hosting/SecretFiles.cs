namespace Ivr.Web.Hosting;

/// <summary>
/// Secrets by file: each file of the directory <c>Hotline:Secrets</c> is a setting, named as in the environment (<c>Twilio__AuthToken</c>), and
/// comes before every other source. What changes there is read without a restart.
/// </summary>
public static class SecretFiles
{
    private const string Key = "Hotline:Secrets";

    public static void AddSecretFiles(this IConfigurationManager configuration)
    {
        if (configuration[Key] is { Length: > 0 } directory)
        {
            configuration.AddKeyPerFile(Path.GetFullPath(directory), optional: true, reloadOnChange: true);
        }
    }

    /// <summary>A sentence for a directory that is not there, and for each file that anybody on the machine can read or write.</summary>
    public static IEnumerable<string> Complaints(IConfiguration configuration)
    {
        if (configuration[Key] is not { Length: > 0 } directory)
        {
            return [];
        }

        return Directory.Exists(directory)
            ? Directory
                .EnumerateFiles(directory)
                .Where(IsOpenToAll)
                .Select(file => $"Anybody on this machine can read or write the secret {file}: chmod 400 it, or 440 for a group.")
            : [$"{Key} names no directory: set it to one with a file for each secret, such as /run/secrets with Twilio__AuthToken in it."];
    }

    /// <summary>Where the system tells.</summary>
    private static bool IsOpenToAll(string file) =>
        !OperatingSystem.IsWindows()
        && (File.GetUnixFileMode(file) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != UnixFileMode.None;
}

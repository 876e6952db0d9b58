namespace Ivr.Tests.Machine;

/// <summary>Programs that a machine may have or lack; none is ever downloaded by a test.</summary>
public static class Programs
{
    /// <summary>Where the first of these is: by the variable that names it, else on the path; null where there is none.</summary>
    public static string? Find(string variable, params IReadOnlyList<string> names) =>
        Candidates(variable, names).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Candidates(string variable, IReadOnlyList<string> names)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } chosen)
        {
            yield return chosen;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        foreach (var folder in folders.Prepend("/usr/bin"))
        {
            foreach (var name in names)
            {
                yield return Path.Combine(folder, name);
            }
        }
    }
}

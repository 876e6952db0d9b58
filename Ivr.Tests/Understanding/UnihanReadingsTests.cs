using Ivr.Tests.Rules;

namespace Ivr.Tests.Understanding;

/// <summary>Where the readings of Han characters come from.</summary>
public sealed class UnihanReadingsTests
{
    private const string Readings = "Ivr.Flows/Understanding/Answers/readings.tsv";

    /// <summary>With <c>IVR_TEST_UNIHAN_WRITE</c> set it writes the file anew: raise <c>SpokenAnswer.Version</c> if it differs.</summary>
    [UnihanFact]
    public void The_readings_are_those_of_Unicode()
    {
        var made = UnihanReadings.Compact(File.ReadLines(UnihanFactAttribute.Path!));
        if (Environment.GetEnvironmentVariable("IVR_TEST_UNIHAN_WRITE") is not null)
        {
            File.WriteAllText(Path.Combine(Repository.Root, Readings), made);
        }

        Assert.Equal(made, Repository.Read(Readings).ReplaceLineEndings("\n"));
    }
}

/// <summary>A test that needs Unicode's <c>Unihan_Readings.txt</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnihanFactAttribute : FactAttribute
{
    public UnihanFactAttribute()
    {
        if (Path is null)
        {
            Skip = "Set IVR_TEST_UNIHAN to Unihan_Readings.txt of Unicode 15.0 to check the readings against it.";
        }
    }

    public static string? Path => Environment.GetEnvironmentVariable("IVR_TEST_UNIHAN");
}

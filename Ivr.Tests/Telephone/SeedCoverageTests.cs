using Ivr.Tests.Calls;
using Ivr.Tests.Rules;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Telephone;

/// <summary>Every point that the hotline was asked to cover is dialled by a script, and the README names it.</summary>
public sealed class SeedCoverageTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Telephone", "scripts");

    public static TheoryData<string> Scripts =>
        [.. Directory.EnumerateFiles(Folder, "d11-*.txt").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Each_point_is_dialled_to_its_end(string name)
    {
        await using var hotline = await TestHotline.StartAsync();
        await using var output = new StringWriter();
        var script = CallScript.Read(await File.ReadAllLinesAsync(Path.Combine(Folder, name)));
        var from = script.From!;

        var holds = await script.PlayAsync(hotline.Pick(from), output, new Inbox(hotline.Services, from), default);

        Assert.True(holds, output.ToString());
    }

    [Fact]
    public void The_README_names_each_script_and_no_other()
    {
        var readme = Repository.Read("README.md");

        Assert.Equal(10, Scripts.Count);
        Assert.All(
            Directory.EnumerateFiles(Folder, "*.txt").Select(Path.GetFileName),
            name => Assert.Contains(name!, readme, StringComparison.Ordinal)
        );
    }
}

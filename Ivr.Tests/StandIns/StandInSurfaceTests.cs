using System.Reflection;
using System.Text.RegularExpressions;

namespace Ivr.Tests.StandIns;

public partial class StandInSurfaceTests
{
    [Fact]
    public void A_stand_in_shows_nothing_that_the_real_package_does_not_show()
    {
        var listed = Directory.GetFiles(StandInPackages.Path("api", ""), "*.txt").SelectMany(File.ReadLines).SelectMany(Lines).ToHashSet();

        var invented = StandInPackages
            .StandIns.Where(standIn => standIn.GetName().Name != "Microsoft.SqlServer.Server")
            .SelectMany(standIn => PublicSurface.Of(standIn).Select(line => Comparable(standIn, line)))
            .Where(line => !listed.Contains(line))
            .ToList();

        Assert.True(invented.Count == 0, string.Join('\n', invented));
    }

    [Fact]
    public void The_stand_in_for_the_server_types_shows_what_the_database_driver_asks_for_and_no_more()
    {
        string[] expected =
        [
            "Format :: type public enum",
            "Format :: member Unknown = 0",
            "Format :: member Native = 1",
            "Format :: member UserDefined = 2",
            "IBinarySerialize :: type public interface",
            "IBinarySerialize :: method public void Read(System.IO.BinaryReader r)",
            "IBinarySerialize :: method public void Write(System.IO.BinaryWriter w)",
            "InvalidUdtException :: type public sealed class",
            "InvalidUdtException :: base System.SystemException",
            "InvalidUdtException :: method public static Microsoft.SqlServer.Server.InvalidUdtException Create(System.Type udtType, string resourceReason = \"\")",
            "SqlUserDefinedTypeAttribute :: type public sealed class",
            "SqlUserDefinedTypeAttribute :: base System.Attribute",
            "SqlUserDefinedTypeAttribute :: ctor public SqlUserDefinedTypeAttribute(Microsoft.SqlServer.Server.Format format)",
            "SqlUserDefinedTypeAttribute :: property public Microsoft.SqlServer.Server.Format Format { get; }",
            "SqlUserDefinedTypeAttribute :: property public int MaxByteSize { get; set; }",
            "SqlUserDefinedTypeAttribute :: property public bool IsFixedLength { get; set; }",
            "SqlUserDefinedTypeAttribute :: property public bool IsByteOrdered { get; set; }",
            "SqlUserDefinedTypeAttribute :: property public string ValidationMethodName { get; set; }",
            "SqlUserDefinedTypeAttribute :: property public string Name { get; set; }",
        ];

        foreach (var standIn in StandInPackages.StandIns.Where(standIn => standIn.GetName().Name == "Microsoft.SqlServer.Server"))
        {
            Assert.Equal(expected.Select(line => "Microsoft.SqlServer.Server." + line).Order(), PublicSurface.Of(standIn).Order());
        }
    }

    [Fact]
    public void A_stand_in_has_the_name_and_no_older_version_than_other_assemblies_were_built_against()
    {
        var listed = Directory
            .GetFiles(StandInPackages.Path("api", ""), "*.txt")
            .SelectMany(File.ReadLines)
            .Select(line => AssemblyLine().Match(line))
            .Where(line => line.Success)
            .Select(line => (Name: line.Groups["name"].Value, Version: Version.Parse(line.Groups["version"].Value)))
            .Append((Name: "Microsoft.SqlServer.Server", Version: new Version(1, 0, 0, 0)))
            .Distinct()
            .ToDictionary(one => one.Name, one => one.Version);

        Assert.All(
            StandInPackages.StandIns.Select(one => one.GetName()),
            one => Assert.True(one.Version >= listed[one.Name!], $"{one.FullName} < {listed[one.Name!]}")
        );
    }

    /// <summary>A listed type's bases on lines of their own, and no attributes.</summary>
    private static IEnumerable<string> Lines(string listed)
    {
        var line = Attributes().Replace(listed, "");
        var parts = line.Split(" :: type ");
        if (parts.Length == 1)
        {
            return [line, WithoutMarks(line)];
        }

        var header = parts[1].Split(" where ")[0].Split(" : ");
        var bases = header.Length == 1 ? [] : CommasOutsideBrackets().Split(header[1]);
        return bases.Select(one => $"{parts[0]} :: base {one}").Append($"{parts[0]} :: type {header[0].TrimEnd()}");
    }

    /// <summary>Only the assembly that is annotated says which references may be null; reflection shows the types only.</summary>
    private static string Comparable(Assembly standIn, string line) =>
        standIn.GetName().Name == "Twilio.AspNet.Core" ? WithoutMarks(line) : line;

    private static string WithoutMarks(string line) => line.Replace("?", "");

    [GeneratedRegex(@"^# assembly (?<name>\S+) (?<version>[\d.]+),")]
    private static partial Regex AssemblyLine();

    [GeneratedRegex(@"(?<= )\[[A-Z]\w*(\((""[^""]*""|[^()""]|\([^()]*\))*\))?\] ")]
    private static partial Regex Attributes();

    [GeneratedRegex(@", (?![^<]*>)")]
    private static partial Regex CommasOutsideBrackets();
}

using System.Reflection;
using Ivr.Data;
using Ivr.Flows.Calls;

namespace Ivr.Tests.Rules;

/// <summary>Who may know whom.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Flows_know_nothing_of_HTTP_SQL_or_Twilio()
    {
        string[] allowed =
        [
            "System.Runtime",
            "System.Collections",
            "System.Collections.Concurrent",
            "System.Linq",
            "System.Memory",
            "System.Numerics.Vectors",
            "System.Security.Cryptography",
            "System.Threading.Tasks.Parallel",
            "System.Text.Json",
            "System.Text.Encodings.Web",
            "System.Text.RegularExpressions",
            "System.Runtime.InteropServices",
            "Stateless",
        ];

        Assert.Empty(Used(typeof(IFlow).Assembly).Except(allowed));
    }

    [Fact]
    public void The_data_knows_nothing_of_the_web_or_of_Twilio()
    {
        var used = Used(typeof(Statements).Assembly);

        Assert.Contains("Dapper", used);
        Assert.DoesNotContain(used, name => name.StartsWith("Twilio", StringComparison.Ordinal));
        Assert.DoesNotContain(used, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    private static List<string> Used(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];
}

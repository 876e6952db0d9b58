namespace Ivr.Web.Proving;

/// <summary>Writes a call down so that <c>call --script</c> plays it.</summary>
public static class ShortestCall
{
    /// <summary>So much of what is heard is enough to know it again.</summary>
    private const int Longest = 24;

    public static IReadOnlyList<string> Lines(Finding finding)
    {
        var persona = finding.At.Persona;
        return
        [
            $"# {finding.Rule}: {finding.Complaint.ReplaceLineEndings(" ")}",
            .. persona.Before.Select(line => $"# first: {line}"),
            .. persona.Promised is null ? Array.Empty<string>() : ["# the hotline calls: a script cannot pick up"],
            $"from {persona.From}",
            .. Steps(finding.At),
            .. Hear(finding.At),
            .. Enumerable.Repeat("silence", finding.Silences),
        ];
    }

    private static IEnumerable<string> Steps(Situation at)
    {
        var deeds = new Stack<Deed>();
        for (var step = at; step is { Deed: { } deed, From: { } before }; step = before)
        {
            deeds.Push(deed);
        }

        return deeds.SelectMany(deed => deed.Lines.Split('\n'));
    }

    private static IEnumerable<string> Hear(Situation at)
    {
        if (at.Failure is not null || at.Heard.Value is not { Missing: null, Texts: [.., var (_, text)] })
        {
            return [];
        }

        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length == 0 ? [] : [$"hear {(line.Length > Longest ? line[..Longest].TrimEnd() : line)}"];
    }
}

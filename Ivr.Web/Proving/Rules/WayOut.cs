namespace Ivr.Web.Proving.Rules;

/// <summary>From every situation some way leads out: to a person, or to the end of the call.</summary>
public sealed class WayOut
{
    public IEnumerable<Finding> Findings(IReadOnlyList<Situation> all)
    {
        // What was not tried further was so elsewhere, where the same kind was met first.
        var leads = new HashSet<Situation>(all.Where(at => at.IsOut || !at.IsExplored));
        var before = all.SelectMany(at => at.Ways.Select(way => (way.To, at))).ToLookup(pair => pair.To, pair => pair.at);
        var waiting = new Queue<Situation>(leads);
        while (waiting.TryDequeue(out var at))
        {
            foreach (var one in before[at].Where(leads.Add))
            {
                waiting.Enqueue(one);
            }
        }

        return all.Where(at => !leads.Contains(at)).Select(at => new Finding(nameof(WayOut), $"no way leads out of {at.Place}", at));
    }
}

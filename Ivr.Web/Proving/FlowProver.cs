using Ivr.Flows.Engine;
using Ivr.Web.Proving.Rules;

namespace Ivr.Web.Proving;

/// <summary>
/// Tries everything that callers can do, breadth-first, so that the first call that breaks a rule is the shortest. Where a situation differs from
/// one before only in what is told, the keys and words that mean the same everywhere are not tried again.
/// </summary>
public sealed class FlowProver(ProvingGround ground, int depth)
{
    /// <summary>Lasting effects of one call: behind them the same is tried again, and would be for ever.</summary>
    private const int MostDone = 1;

    private readonly Deeds deeds = new(ground.Services, ground.Hearer);
    private readonly Landmarks landmarks = new();
    private readonly Dictionary<string, Situation> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Finding> findings = new(StringComparer.Ordinal);

    /// <summary>What every call begins with, as a script says it: only what comes behind it is tried.</summary>
    public IReadOnlyList<string> Begin { get; init; } = [];

    /// <summary>Nothing is said aloud: what is understood is learned at each question, which takes a while.</summary>
    public bool KeysOnly { get; init; }

    /// <summary>How many situations were told apart.</summary>
    public int Situations => seen.Count;

    /// <summary>How many kinds of them, whoever calls.</summary>
    public int Kinds => kinds.Count;

    public int Steps { get; private set; }

    /// <summary>The longest silence until a caller who says nothing is out, and the longest reply.</summary>
    public SilentCaller Silence { get; } = new();

    public ReadingLimit Reading { get; } = new();

    /// <summary>Situations beyond the depth, which were not tried further.</summary>
    public int Beyond { get; private set; }

    /// <summary>Each with the shortest call that shows it.</summary>
    public IReadOnlyList<Finding> Findings => [.. findings.Values.OrderBy(finding => finding.At.Webhooks)];

    private IReadOnlyList<IReplyRule> ReplyRules =>
        [new EveryLanguage(), Reading, new OptionBeforeKey(), new ToldOnlyWhatWasProven(), new NeverSaidBack()];

    private static IReadOnlyList<IStepRule> StepRules { get; } =
    [new NothingBreaks(), new PersonInOneKey(), new OnlyWhatWasAgreed(), new OnlyWhatWasProven()];

    /// <param name="progress">Called now and then.</param>
    public async Task ProveAsync(Persona persona, Action progress, CancellationToken cancellationToken)
    {
        var rules = ReplyRules;
        var first = await ground.DialAsync(persona, cancellationToken);
        var all = new List<Situation> { first };
        var waiting = new Queue<Situation>([first]);
        seen[landmarks.Of(first)] = first;
        Hear(first, rules);
        while (waiting.TryDequeue(out var at))
        {
            if (at.Webhooks > depth || at.Evidence.Done.Count > MostDone)
            {
                Beyond++;
                at.World = null;
                continue;
            }

            var isNewKind = kinds.Add(landmarks.KindOf(at));
            foreach (var deed in await deeds.InAsync(at, cancellationToken))
            {
                if ((deed.IsCommon && !isNewKind) || IsLeftOut(at, deed))
                {
                    continue;
                }

                cancellationToken.ThrowIfCancellationRequested();
                var next = await ground.StepAsync(at, deed, cancellationToken);
                Steps++;
                Check(next);
                if (next.Failure is not null)
                {
                    continue;
                }

                var landmark = landmarks.Of(next);
                var isNew = seen.TryAdd(landmark, next);
                var there = isNew ? next : seen[landmark];
                at.Ways.Add((deed, there, isNew || deed.IsSilence ? next.Heard.Value.Seconds : 0));
                if (isNew)
                {
                    all.Add(next);
                    waiting.Enqueue(next);
                    Hear(next, rules);
                }
            }

            at.IsExplored = (isNewKind && at.Webhooks > Begin.Count) || at.IsOut;
            at.World = null;
            progress();
        }

        Add(Silence.Findings(all));
        Add(new WayOut().Findings([.. seen.Values]));
    }

    private bool IsLeftOut(Situation at, Deed deed) =>
        (KeysOnly && deed.Input is CallerInput.Speech) || (at.Webhooks <= Begin.Count && deed.Lines != Begin[at.Webhooks - 1]);

    private void Check(Situation at)
    {
        foreach (var rule in StepRules)
        {
            if (rule.Complaint(at) is { } complaint)
            {
                Add(new Finding(rule.GetType().Name, complaint, at));
            }
        }
    }

    private void Hear(Situation at, IReadOnlyList<IReplyRule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Complaint(at) is { } complaint)
            {
                Add(new Finding(rule.GetType().Name, complaint, at));
            }
        }
    }

    private void Add(IEnumerable<Finding> more)
    {
        foreach (var finding in more)
        {
            Add(finding);
        }
    }

    /// <summary>The first of its kind is the shortest of its persona; a shorter one of another takes its place.</summary>
    private void Add(Finding finding)
    {
        var kind = $"{finding.Rule} {finding.Complaint}";
        if (!findings.TryGetValue(kind, out var known) || finding.At.Webhooks < known.At.Webhooks)
        {
            findings[kind] = finding;
        }
    }
}

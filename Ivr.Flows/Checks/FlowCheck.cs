using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Prompts;
using Stateless.Reflection;

namespace Ivr.Flows.Checks;

/// <summary>Walks every state of every flow and finds what no caller should meet.</summary>
public sealed class FlowCheck(FlowBook flows, PromptBook prompts)
{
    /// <summary>How many states were looked at.</summary>
    public int States { get; private set; }

    /// <summary>A sentence for each finding; none when all is well.</summary>
    public IReadOnlyList<string> Findings() => [.. flows.All.SelectMany(Check)];

    private IEnumerable<string> Check(IFlow flow)
    {
        var table = flow.Table;
        var says = table.States.ToDictionary(Name, state => flow.Say(flow.Sample(Name(state))), StringComparer.Ordinal);
        States += says.Count;
        return Unreached(flow, table)
            .Concat(says.SelectMany(state => DeadEnds(flow, table, state.Key, state.Value)))
            .Concat(says.SelectMany(state => WithoutPerson(flow, state.Key, state.Value)))
            .Concat(says.SelectMany(state => Unspeakable(flow, state.Key, state.Value)))
            .Concat(Circles(flow, table, says));
    }

    private static IEnumerable<string> Unreached(IFlow flow, StateMachineInfo table)
    {
        var reached = Reachable(table, Name(table.InitialState), _ => true);
        return table
            .States.Select(Name)
            .Where(state => state != Name(table.InitialState) && !reached.Contains(state))
            .Select(state => $"{flow.Name}.{state} is never reached.");
    }

    /// <summary>A state that waits for something must lead somewhere; one that leads nowhere must end the call or return.</summary>
    private static IEnumerable<string> DeadEnds(IFlow flow, StateMachineInfo table, string state, IReadOnlyList<VoiceAction> said)
    {
        var ends = said.Any(action => action is Return or HangUp);
        var waits = said.Any(action => action is Ask or Visit or LookUp or Connect or TakeMessage);
        if (!ends && !waits)
        {
            yield return $"{flow.Name}.{state} neither waits nor ends: the call would stop there.";
        }

        if (waits && !ends && !Next(table, state).Any())
        {
            yield return $"{flow.Name}.{state} waits and has no way out.";
        }
    }

    /// <summary>At every question the 0 key means a person.</summary>
    private static IEnumerable<string> WithoutPerson(IFlow flow, string state, IReadOnlyList<VoiceAction> said) =>
        said.OfType<Ask>()
            .Where(ask => KeyReader.Read("0", ask.Answer, starBefore: false) is not Meaning.WantsHuman)
            .Select(_ => $"{flow.Name}.{state} does not reach a person by 0.");

    private IEnumerable<string> Unspeakable(IFlow flow, string state, IReadOnlyList<VoiceAction> said)
    {
        var spoken = said.Select(PromptOf).Concat(said.OfType<Ask>().SelectMany(OffersOf)).OfType<Prompt>();
        foreach (var prompt in spoken)
        {
            foreach (var language in prompts.Languages)
            {
                if (Complaint(prompt, language) is { } complaint)
                {
                    yield return $"{flow.Name}.{state}: {complaint}";
                }
            }
        }
    }

    private string? Complaint(Prompt prompt, Language language)
    {
        try
        {
            foreach (var form in Enum.GetValues<PromptForm>())
            {
                prompts.Say(prompt, form, language, DateTimeOffset.UnixEpoch);
            }

            return null;
        }
        catch (KeyNotFoundException cause)
        {
            return cause.Message;
        }
    }

    /// <summary>States that go on without the caller must not lead in a circle.</summary>
    private static IEnumerable<string> Circles(IFlow flow, StateMachineInfo table, Dictionary<string, IReadOnlyList<VoiceAction>> says)
    {
        bool GoesOnAlone(string state) => !says[state].Any(action => action is Ask or TakeMessage);
        return says
            .Keys.Where(GoesOnAlone)
            .Where(state => Reachable(table, state, GoesOnAlone).Contains(state))
            .Select(state => $"{flow.Name}.{state} comes back to itself without the caller.");
    }

    /// <summary>What can be reached over states that a condition holds for; the start itself only by coming back to it.</summary>
    private static HashSet<string> Reachable(StateMachineInfo table, string from, Func<string, bool> over)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([from]);
        while (waiting.TryDequeue(out var state))
        {
            foreach (var next in Next(table, state).Where(reached.Add).Where(over))
            {
                waiting.Enqueue(next);
            }
        }

        return reached;
    }

    private static IEnumerable<string> Next(StateMachineInfo table, string state) =>
        table.States.Single(one => Name(one) == state).FixedTransitions.Select(transition => Name(transition.DestinationState));

    private static string Name(StateInfo state) => state.ToString();

    private static Prompt? PromptOf(VoiceAction action) =>
        action switch
        {
            Say say => say.Prompt,
            Ask ask => ask.Prompt,
            _ => null,
        };

    private static IEnumerable<Prompt?> OffersOf(Ask ask) => ask.Answer.Choices.Select(option => option.Offer);
}

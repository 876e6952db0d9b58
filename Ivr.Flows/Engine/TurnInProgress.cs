using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Flows.Engine;

/// <summary>One turn while it is being taken: the stack of flows moves, what is said adds up.</summary>
internal sealed class TurnInProgress
{
    /// <summary>A turn that moves more often goes round in a circle.</summary>
    private const int MovesPerTurn = 30;

    private const int LongestTrail = 8;

    private readonly FlowBook flows;
    private readonly Session before;
    private readonly List<Frame> stack;
    private readonly List<Spoken> spoken = [];
    private List<IReadOnlyList<Frame>> trail;
    private Session session;
    private int lowest;
    private bool goesBack;

    public TurnInProgress(FlowBook flows, Session session)
    {
        this.flows = flows;
        this.session = session with { StarBefore = false };
        before = session;
        stack = [.. session.Stack];
        trail = [.. session.Trail];
        lowest = stack.Count;
        Asked = flows[stack[^1].Flow].Say(stack[^1]).OfType<Ask>().FirstOrDefault();
    }

    /// <summary>The question that waits for an answer; null where something else was waited for.</summary>
    public Ask? Asked { get; }

    public bool IsOutOfPatience => session.Patience.IsSpent;

    public void Say(Prompt prompt, bool firm) => spoken.Add(new Spoken(prompt, PromptForm.Text, session.Call.Language, firm));

    /// <summary>Lets the flow on top hear something; false where that means nothing to it.</summary>
    public async Task<bool> HearAsync(CallEvent heard, CancellationToken cancellationToken)
    {
        var top = stack[^1];
        if (await flows[top.Flow].HearAsync(session.Call, top, heard, cancellationToken) is not { } moved)
        {
            return false;
        }

        stack[^1] = moved.Frame;
        session = session with { Call = moved.Call, Patience = session.Patience.ForNextQuestion() };
        if (heard is Transferred)
        {
            session = session with { WasLong = true, WasTooLong = true };
        }

        return true;
    }

    public void GoToPerson()
    {
        // Who asks for a person while the person is being sought, or was not found, tries again.
        if (stack[^1].Flow == nameof(AgentFlow))
        {
            stack[^1] = flows.Person with { Interrupts = stack[^1].Interrupts };
        }
        else
        {
            stack.Add(flows.Person);
        }

        session = session with { Patience = session.Patience.ForNextQuestion() };
    }

    public void GoToMainMenu()
    {
        stack.Clear();
        stack.Add(flows.MainMenu);
        trail.Clear();
        lowest = 1;
        session = session with { Patience = session.Patience.ForNextQuestion() };
    }

    public void GoBack()
    {
        session = session with { StarBefore = true };
        if (trail.Count == 0 || trail[^1][^1].Flow == nameof(MainFlow))
        {
            GoToMainMenu();
            return;
        }

        stack.Clear();
        stack.AddRange(trail[^1]);
        trail.RemoveAt(trail.Count - 1);
        lowest = Math.Min(lowest, stack.Count);
        goesBack = true;
        session = session with { Patience = session.Patience.ForNextQuestion() };
    }

    public void EndIdentity() => session = session with { WasTooLong = true, Call = session.Call with { Identity = Identity.Nobody } };

    public void RemindOfLength()
    {
        session = session with { WasLong = true };
        Say(CommonPrompts.LongCall, firm: false);
    }

    public bool ForgivesKey()
    {
        var forgives = !session.Patience.ForgaveKey;
        session = session with { Patience = session.Patience with { ForgaveKey = true } };
        return forgives;
    }

    public int CountSilence()
    {
        session = session with { Patience = session.Patience.AfterSilence() };
        return session.Patience.NotHeard;
    }

    public int CountNonsense()
    {
        session = session with { Patience = session.Patience.AfterNonsense() };
        return session.Patience.NotUnderstood;
    }

    /// <summary>Asks the same question again, and nothing more.</summary>
    public Turn AskOnce(Ask ask, PromptForm form)
    {
        Speak(ask, form);
        return End(new Ending.Listen(ask.Answer, session.Patience.KeysOnly));
    }

    /// <summary>Plays the flows until one waits for the caller, hands over or hangs up.</summary>
    public async Task<Turn> PlayAsync(CancellationToken cancellationToken)
    {
        for (var move = 0; move < MovesPerTurn; move++)
        {
            if (await PlayStateAsync(cancellationToken) is { } ending)
            {
                return End(ending);
            }
        }

        throw new InvalidOperationException(
            $"Call {session.Call.Sid} moved {MovesPerTurn} times in one turn, last to {stack[^1].Flow}.{stack[^1].State}."
        );
    }

    private async Task<Ending?> PlayStateAsync(CancellationToken cancellationToken)
    {
        var top = stack[^1];
        foreach (var action in flows[top.Flow].Say(top))
        {
            switch (action)
            {
                case Say say:
                    spoken.Add(new Spoken(say.Prompt, PromptForm.Text, say.In ?? session.Call.Language));
                    break;
                case Ask ask:
                    Speak(ask, PromptForm.Text);
                    return new Ending.Listen(ask.Answer, session.Patience.KeysOnly);
                case Visit visit:
                    stack.Add(flows[visit.Flow].Begin(visit.Notes));
                    return null;
                case LookUp:
                    await HearOrFailAsync(new LookedUp(), cancellationToken);
                    return null;
                case Return back:
                    await ReturnAsync(back.Outcome, cancellationToken);
                    return null;
                case Connect:
                    return new Ending.ConnectTo(Handover());
                case HangUp:
                    return new Ending.HangUp();
            }
        }

        throw new InvalidOperationException($"{top.Flow}.{top.State} says something and then does nothing.");
    }

    private async Task ReturnAsync(string outcome, CancellationToken cancellationToken)
    {
        var left = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        if (left.Interrupts && outcome != AgentFlow.Served)
        {
            lowest = Math.Min(lowest, stack.Count);
            return;
        }

        if (left.Interrupts)
        {
            stack.RemoveRange(1, stack.Count - 1);
        }

        lowest = Math.Min(lowest, stack.Count);
        await HearOrFailAsync(new CameBack(left.Flow, outcome), cancellationToken);
    }

    private async Task HearOrFailAsync(CallEvent heard, CancellationToken cancellationToken)
    {
        if (!await HearAsync(heard, cancellationToken))
        {
            throw new InvalidOperationException($"{stack[^1].Flow}.{stack[^1].State} does not know {heard.GetType().Name}.");
        }
    }

    private void Speak(Ask ask, PromptForm form)
    {
        if (ask.Prompt is { } prompt)
        {
            spoken.Add(new Spoken(prompt, form, session.Call.Language));
        }
        else if (form == PromptForm.Help)
        {
            Say(CommonPrompts.MenuHelp, firm: false);
        }

        var offers = ask.Answer is Answer.OneOf choice ? choice.Options.Select(option => option.Offer).OfType<Prompt>().ToList() : [];
        offers.ForEach(offer => Say(offer, firm: false));
        if (offers.Count > 0)
        {
            Say(CommonPrompts.HumanAlways, firm: false);
        }
    }

    private Turn End(Ending ending)
    {
        var moved = stack.Count != before.Stack.Count || stack[^1] != before.Now;
        if (moved && !goesBack && Asked is not null && spoken.Count > 0)
        {
            trail.Add(before.Stack);
        }

        // What lies inside a flow that was left is not gone back to.
        trail = [.. trail.Where(way => way.Count <= lowest).TakeLast(LongestTrail)];
        session = session with { Stack = [.. stack], Trail = trail };
        return new Turn(session, new Reply(spoken, ending, session.Call.Language));
    }

    private Handover Handover()
    {
        var from = stack.LastOrDefault(frame => frame.Flow != nameof(AgentFlow)) ?? stack[0];
        return new Handover(from.Flow, from.State, session.Call.Identity.Level, session.Call.Language, session.Call.CaseNo);
    }
}

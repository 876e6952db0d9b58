using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Flows.Engine;

/// <summary>One turn while it is being taken: the stack of flows moves, what is said adds up.</summary>
internal sealed partial class TurnInProgress
{
    /// <summary>A turn that moves more often goes round in a circle.</summary>
    private const int MovesPerTurn = 30;

    private readonly FlowBook flows;
    private readonly CallPath path;
    private readonly List<Spoken> spoken = [];
    private readonly bool takesMessage;
    private Session session;

    public TurnInProgress(FlowBook flows, Session session)
    {
        this.flows = flows;
        this.session = session with { StarBefore = false };
        Doubt = session.Doubt;
        path = new CallPath(session.Stack, session.Trail);
        var says = flows[path.Top.Flow].Say(path.Top);
        Asked = says.OfType<Ask>().FirstOrDefault();
        takesMessage = says.OfType<TakeMessage>().Any();
    }

    /// <summary>The question of the flow that waits for an answer; null where something else was waited for.</summary>
    public Ask? Asked { get; }

    /// <summary>What the caller was asked in between: what they meant by the answer before. Null where that is settled.</summary>
    public Doubt? Doubt { get; private set; }

    public bool IsOutOfPatience => session.Patience.IsSpent;

    public Language Language => session.Call.Language;

    public Pace Pace => session.Call.Manner.Pace;

    /// <summary>How many flows belong to the way to a person; 0 where the caller is not on it.</summary>
    private int WithPerson => path.DepthOf(nameof(AgentFlow));

    /// <summary>What a state that asks nothing waited for.</summary>
    public CallEvent EndOfWait(CallerInput input) => takesMessage ? Waits.ForMessage(input) : Waits.ForPerson(input);

    public void Say(Prompt prompt, bool firm) => spoken.Add(new Spoken(prompt, PromptForm.Text, session.Call.Language, firm));

    /// <summary>Lets the flow on top hear something; false where that means nothing to it.</summary>
    public async Task<bool> HearAsync(CallEvent heard, CancellationToken cancellationToken)
    {
        var call = session.Call with { Handover = WithPerson > 0 ? HandoverNote.Of(path, flows, session, isUrgent: false) : null };
        if (await flows[path.Top.Flow].HearAsync(call, path.Top, heard, cancellationToken) is not { } moved)
        {
            return false;
        }

        path.Top = moved.Frame;
        Doubt = null;
        session = session with { Call = moved.Call, Patience = session.Patience.ForNextQuestion() };
        if (heard is Transferred)
        {
            session = session with { WasLong = true, WasTooLong = true, Patience = session.Patience.AfterPerson() };
            KeepWords(null);
        }

        return true;
    }

    /// <summary>Changes how fast the hotline speaks, and says so.</summary>
    public void SpeakAt(Pace pace)
    {
        session = session with { Call = session.Call with { Manner = session.Call.Manner with { Pace = pace } } };
        Say(CommonPrompts.PaceIs(pace), firm: false);
    }

    /// <summary>Asks which was meant before anything follows from it.</summary>
    public Turn AskWhich(Doubt doubt)
    {
        Doubt = doubt;
        return AskOnce(doubt.Ask, PromptForm.Text);
    }

    /// <summary>What was meant is known, or is no longer asked.</summary>
    public void Settle() => Doubt = null;

    /// <summary>Keeps what nothing was found for, for the person who takes over.</summary>
    public void KeepWords(string? words) => session = session with { Call = session.Call with { Words = words } };

    public void SpeakIn(Language language) => session = session with { Call = session.Call with { Language = language } };

    /// <summary>Says nothing more and waits longer.</summary>
    public Turn GiveTime(Ask ask)
    {
        session = session with { SilencesAllowed = Session.SilencesOfPatience };
        Say(CommonPrompts.TakeYourTime, firm: false);
        return End(Listen(ask));
    }

    /// <summary>Whether a silence is still patience; it uses one up.</summary>
    public bool AllowsSilence()
    {
        var allows = session.SilencesAllowed > 0;
        session = session with { SilencesAllowed = Math.Max(0, session.SilencesAllowed - 1) };
        return allows;
    }

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

    public bool ForgivesDoubt()
    {
        var forgives = !session.Patience.ForgaveDoubt;
        session = session with { Patience = session.Patience with { ForgaveDoubt = true } };
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
        return End(Listen(ask));
    }

    /// <summary>Plays the flows until one waits for the caller, hands over or hangs up.</summary>
    public async Task<Turn> PlayAsync(CancellationToken cancellationToken)
    {
        if (Doubt is { } open)
        {
            return AskOnce(open.Ask, PromptForm.Text);
        }

        for (var move = 0; move < MovesPerTurn; move++)
        {
            if (await PlayStateAsync(cancellationToken) is { } ending)
            {
                return End(ending);
            }
        }

        throw new InvalidOperationException(
            $"Call {session.Call.Sid} moved {MovesPerTurn} times in one turn, last to {path.Top.Flow}.{path.Top.State}."
        );
    }

    private async Task<Ending?> PlayStateAsync(CancellationToken cancellationToken)
    {
        var top = path.Top;
        foreach (var action in flows[top.Flow].Say(top))
        {
            switch (action)
            {
                case Say say:
                    spoken.Add(new Spoken(say.Prompt, PromptForm.Text, say.In ?? session.Call.Language));
                    break;
                case Ask ask:
                    session = session with { SilencesAllowed = ask.IsUnhurried ? Session.SilencesOfPatience : 0 };
                    Speak(ask, PromptForm.Text);
                    return Listen(ask);
                case Visit visit:
                    path.Enter(flows[visit.Flow].Begin(visit.Notes));
                    return null;
                case LookUp:
                    await HearOrFailAsync(new LookedUp(), cancellationToken);
                    return null;
                case Return back:
                    await ReturnAsync(back.Outcome, cancellationToken);
                    return null;
                case Connect connect:
                    return new Ending.ConnectTo(HandoverNote.Of(path, flows, session, connect.IsUrgent));
                case TakeMessage:
                    return new Ending.TakeMessage();
                case HangUp:
                    return new Ending.HangUp();
            }
        }

        throw new InvalidOperationException($"{top.Flow}.{top.State} says something and then does nothing.");
    }

    private async Task ReturnAsync(string outcome, CancellationToken cancellationToken)
    {
        var left = path.Leave();
        session = session with { Trouble = HandoverNote.TroubleOf(left, outcome) ?? session.Trouble };
        if (left.Interrupts && outcome is AgentFlow.SelfService or FreezeFlow.Declined)
        {
            return;
        }

        if (left.Interrupts)
        {
            path.LeaveBetween(kept: 0);
        }

        await HearOrFailAsync(new CameBack(left.Flow, outcome), cancellationToken);
    }

    private async Task HearOrFailAsync(CallEvent heard, CancellationToken cancellationToken)
    {
        if (!await HearAsync(heard, cancellationToken))
        {
            throw new InvalidOperationException($"{path.Top.Flow}.{path.Top.State} does not know {heard.GetType().Name}.");
        }
    }

    private Ending.Listen Listen(Ask ask) => new(ask.Answer, ask.KeysOnly || session.Patience.KeysOnly, session.SilencesAllowed > 0);

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

        var offers = ask.Answer.Choices.Select(option => option.Offer).OfType<Prompt>().ToList();
        offers.ForEach(offer => Say(offer, firm: false));
        if (ask.Answer is Answer.OneOf { InOwnWords: true } && !session.Patience.KeysOnly)
        {
            Say(CommonPrompts.OrSayIt, firm: false);
        }

        if (offers.Count > 0)
        {
            Say(CommonPrompts.HumanAlways, firm: false);
        }

        if (ask.Closing is { } closing)
        {
            Say(closing, firm: false);
        }
    }

    private Turn End(Ending ending)
    {
        var trail = path.TrailAfter(fromQuestion: Asked is not null && spoken.Count > 0);
        session = session with { Stack = [.. path.Stack], Trail = trail, Doubt = Doubt };
        return new Turn(session, new Reply(spoken, ending, session.Call.Language, session.Call.Manner));
    }
}

using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Flows.Engine;

/// <content>Where the engine itself takes a caller, whatever flow they are in.</content>
internal sealed partial class TurnInProgress
{
    /// <param name="because">What went wrong; null where the caller asked for a person.</param>
    public void GoToPerson(Trouble? because = null)
    {
        Settle();

        // Who asks for a person while the person is being sought, or was not found, tries again.
        if (WithPerson > 0)
        {
            path.LeaveDownTo(nameof(AgentFlow));
            path.Top = flows.Person with { Interrupts = path.Top.Interrupts };
        }
        else
        {
            path.Enter(flows.Person);
        }

        session = session with { Patience = session.Patience.ForNextQuestion(), Trouble = because ?? session.Trouble };
    }

    /// <summary>Asks whether to freeze the account; who declines goes on where they were.</summary>
    public void GoToFreeze()
    {
        Settle();

        // A freeze that is under way begins anew: nothing lies over it twice.
        if (path.DepthOf(nameof(FreezeFlow)) > 0)
        {
            path.LeaveDownTo(nameof(FreezeFlow));
            path.Top = flows.Freeze with { Notes = path.Top.Notes, Interrupts = path.Top.Interrupts };
        }
        else
        {
            path.Enter(flows.Freeze);
        }

        session = session with { Patience = session.Patience.ForNextQuestion() };
    }

    public void GoToMainMenu() => StartAfresh(flows.MainMenu(session.Call.Manner));

    /// <summary>To a person; to the end of the call where none could be had and the caller does nothing any more.</summary>
    public void GiveUp()
    {
        if (WithPerson > 0)
        {
            StartAfresh(flows.Goodbye(session.Call.CaseNo));
        }
        else
        {
            GoToPerson(session.Patience.NotHeard > session.Patience.NotUnderstood ? Trouble.NotHeard : Trouble.NotUnderstood);
        }
    }

    public void GoBack()
    {
        session = session with { StarBefore = true };
        if (Doubt is not null)
        {
            Settle();
        }
        else
        {
            GoToQuestionBefore();
        }
    }

    /// <summary>Takes back what was understood last, and asks that question again; false where nothing was before this one.</summary>
    public bool TryUndo()
    {
        if (path.Stack.Count == 1)
        {
            return false;
        }

        Settle();
        Say(CommonPrompts.Undone, firm: false);
        GoToQuestionBefore();
        return true;
    }

    private void GoToQuestionBefore()
    {
        if (path.TryGoBack())
        {
            session = session with { Patience = session.Patience.ForNextQuestion() };
        }
        else
        {
            GoToMainMenu();
        }
    }

    /// <summary>Makes the caller a stranger again and leaves what strangers may not hear.</summary>
    /// <returns>Whether the caller was in the middle of something.</returns>
    public bool EndIdentity()
    {
        session = session with { Call = session.Call with { Identity = Identity.Nobody } };
        var interrupts = path.LeaveBetween(kept: WithPerson) > 0;
        Doubt = interrupts ? null : Doubt;
        return interrupts;
    }

    private void StartAfresh(Frame root)
    {
        Settle();
        path.StartAt(root);
        session = session with { Patience = session.Patience.ForNextQuestion() };
    }
}

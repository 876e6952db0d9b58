using Ivr.Flows.Calls;

namespace Ivr.Flows.Engine;

/// <summary>Where a call stands: the flows under way, the root first, and the way back through the questions before.</summary>
internal sealed class CallPath
{
    private const int LongestTrail = 8;

    private readonly IReadOnlyList<Frame> before;
    private readonly List<Frame> stack;
    private readonly List<IReadOnlyList<Frame>> trail;

    /// <summary>How far up the stack was left in this turn: what lies inside a flow that was left is not gone back to.</summary>
    private int lowest;

    private bool wentBack;

    public CallPath(IReadOnlyList<Frame> stack, IReadOnlyList<IReadOnlyList<Frame>> trail)
    {
        before = stack;
        this.stack = [.. stack];
        this.trail = [.. trail];
        lowest = stack.Count;
    }

    public IReadOnlyList<Frame> Stack => stack;

    public Frame Top
    {
        get => stack[^1];
        set => stack[^1] = value;
    }

    public void Enter(Frame flow) => stack.Add(flow);

    /// <summary>Leaves the flow on top; the root is never left.</summary>
    public Frame Leave()
    {
        var left = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        lowest = Math.Min(lowest, stack.Count);
        return left;
    }

    /// <summary>How many flows are under way from this one up; 0 where it is not.</summary>
    public int DepthOf(string flow) => stack.FindLastIndex(frame => frame.Flow == flow) is >= 0 and var at ? stack.Count - at : 0;

    /// <summary>Leaves the flows above this one, which is under way.</summary>
    public void LeaveDownTo(string flow)
    {
        while (Top.Flow != flow)
        {
            Leave();
        }
    }

    /// <summary>Leaves all flows between the root and the last <paramref name="kept"/> ones.</summary>
    /// <returns>How many were left.</returns>
    public int LeaveBetween(int kept)
    {
        var left = stack.Count - 1 - kept;
        stack.RemoveRange(1, left);
        trail.Clear();
        lowest = 1;
        return left;
    }

    public void StartAt(Frame root)
    {
        stack.Clear();
        stack.Add(root);
        trail.Clear();
        lowest = 1;
    }

    /// <summary>Back to the question before; false where there is none inside this branch.</summary>
    public bool TryGoBack()
    {
        if (trail.Count == 0 || trail[^1].Count == 1)
        {
            return false;
        }

        stack.Clear();
        stack.AddRange(trail[^1]);
        trail.RemoveAt(trail.Count - 1);
        lowest = Math.Min(lowest, stack.Count);
        wentBack = true;
        return true;
    }

    /// <summary>The way back as it is kept after this turn.</summary>
    /// <param name="fromQuestion">The turn began at a question, and something was said since.</param>
    public IReadOnlyList<IReadOnlyList<Frame>> TrailAfter(bool fromQuestion)
    {
        var moved = stack.Count != before.Count || Top != before[^1];
        IEnumerable<IReadOnlyList<Frame>> ways = moved && !wentBack && fromQuestion ? [.. trail, before] : trail;
        return [.. ways.Where(way => way.Count <= lowest).TakeLast(LongestTrail)];
    }
}

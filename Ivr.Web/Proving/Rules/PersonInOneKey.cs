using Ivr.Flows.Engine;
using Ivr.Flows.Flows;

namespace Ivr.Web.Proving.Rules;

/// <summary>0 leads to a person at once, or to what there is in a person's place, from every question.</summary>
public sealed class PersonInOneKey : IStepRule
{
    public string? Complaint(Situation at) =>
        at is { Deed.IsPersonKey: true, Failure: null, From: { } from }
        && at.Reply.Ending is not Ending.ConnectTo
        && at.Session.Stack.All(frame => frame.Flow != nameof(AgentFlow))
            ? $"0 at {from.Place} leads to {at.Place}, not to a person"
            : null;
}

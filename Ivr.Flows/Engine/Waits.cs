using Ivr.Flows.Calls;

namespace Ivr.Flows.Engine;

/// <summary>What the end of a wait that is no question brings.</summary>
internal static class Waits
{
    /// <summary>A message, or none.</summary>
    public static MessageLeft ForMessage(CallerInput input) =>
        input is CallerInput.Message message
            ? new MessageLeft(message.RecordingSid, message.Seconds, message.HungUp)
            : new MessageLeft(null, 0, HungUp: false);

    /// <summary>A transfer that ends without a word of how is broken.</summary>
    public static Transferred ForPerson(CallerInput input) =>
        input is CallerInput.Back back ? new Transferred(back.Outcome, back.WaitedSeconds) : new Transferred(TransferOutcome.Broken);
}

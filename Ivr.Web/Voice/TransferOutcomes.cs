using Ivr.Flows.Calls;

namespace Ivr.Web.Voice;

/// <summary>What Twilio's words for the end of a transfer mean to a caller.</summary>
public static class TransferOutcomes
{
    /// <param name="bridged">Whether the two really talked; a declined whisper completes without.</param>
    public static TransferOutcome OfDial(string status, string bridged) =>
        (status, bridged) switch
        {
            ("completed", "false") => TransferOutcome.NotReached,
            ("completed" or "answered", _) => TransferOutcome.Served,
            ("busy" or "no-answer" or "canceled", _) => TransferOutcome.NotReached,
            _ => TransferOutcome.Broken,
        };

    public static TransferOutcome OfQueue(string result) =>
        result switch
        {
            "bridged" or "bridging-in-process" or "redirected-from-bridged" => TransferOutcome.Served,
            "queue-full" => TransferOutcome.QueueFull,
            "leave" => TransferOutcome.WaitedTooLong,
            "redirected" => TransferOutcome.NotReached,
            "hangup" => TransferOutcome.CallerLeft,
            _ => TransferOutcome.Broken,
        };
}

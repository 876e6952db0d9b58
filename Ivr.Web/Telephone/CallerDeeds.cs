namespace Ivr.Web.Telephone;

/// <summary>Does on a telephone what a line says.</summary>
public static class CallerDeeds
{
    /// <exception cref="ArgumentException">That cannot happen in this call now; the message says why.</exception>
    public static Task DoAsync(this PhoneCall call, CallerLine line, CancellationToken cancellationToken) =>
        line switch
        {
            _ when call.IsOver => throw new ArgumentException("The call is over.", nameof(line)),
            Press press => call.PressAsync(press.Keys, cancellationToken),
            SayWords say => call.SayAsync(say.Words, cancellationToken: cancellationToken),
            BeSilent => call.WaitAsync(cancellationToken),
            HangUp => call.HangUpAsync(cancellationToken),
            EndTransfer end => call.TransferEndsAsync(end.How, cancellationToken),
            _ => throw new ArgumentException($"A telephone cannot {line.GetType().Name}.", nameof(line)),
        };
}

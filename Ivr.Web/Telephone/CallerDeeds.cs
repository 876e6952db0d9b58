using Ivr.Data.Demo;

namespace Ivr.Web.Telephone;

/// <summary>Does on a telephone what a line says.</summary>
public static class CallerDeeds
{
    /// <exception cref="InvalidOperationException">That cannot happen in this call now; the message says why.</exception>
    public static Task DoAsync(this PhoneCall call, CallerLine line, Inbox? inbox, CancellationToken cancellationToken) =>
        line switch
        {
            _ when call.IsOver => throw new InvalidOperationException("The call is over."),
            Press press => call.PressAsync(press.Keys, cancellationToken),
            SayWords say => call.SayAsync(say.Words, say.Confidence, cancellationToken),
            AnswerRightly => call.PressAsync(Answer(call), cancellationToken),
            LeaveMessage message => call.LeaveMessageAsync(message.Seconds, hangsUp: false, cancellationToken),
            KeyCode => KeyCodeAsync(call, inbox, cancellationToken),
            BeSilent => call.WaitAsync(cancellationToken),
            HangUp => call.HangUpAsync(cancellationToken),
            EndTransfer end => call.TransferEndsAsync(end.How, cancellationToken),
            _ => throw new InvalidOperationException($"A telephone cannot {line.GetType().Name}."),
        };

    private static async Task KeyCodeAsync(PhoneCall call, Inbox? inbox, CancellationToken cancellationToken)
    {
        var code = inbox is null ? null : await inbox.CodeAsync(cancellationToken);
        await call.PressAsync(code ?? throw new InvalidOperationException("No message with six digits has come."), cancellationToken);
    }

    /// <summary>What the demo customer with this number would key in for the question that was asked last.</summary>
    private static string Answer(PhoneCall call)
    {
        var asked = call.Events.OfType<Spoken>().Last().Text;
        return DemoWallet
                .Customers.Where(customer => (customer.From ?? customer.Phone) == call.From)
                .SelectMany(DemoWallet.AnswersOf)
                .FirstOrDefault(answer => new[] { answer.QuestionZh, answer.QuestionEn }.Any(asked.Contains))
                ?.Keys
            ?? throw new InvalidOperationException($"{call.From} knows no answer to this: {asked}");
    }
}

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
            AnswerRightly => AnswerAsync(call, cancellationToken),
            AnswerWrongly => AnswerWronglyAsync(call, cancellationToken),
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

    /// <summary>What nobody has enrolled: noughts, as many as are asked for, or words that are no name.</summary>
    private static Task AnswerWronglyAsync(PhoneCall call, CancellationToken cancellationToken) =>
        call.Listening switch
        {
            { Speech: true, NumDigits: 1 } => call.SayAsync("谁也没有的答案", cancellationToken: cancellationToken),
            { NumDigits: > 1 and { } digits } => call.PressAsync(new string('0', digits), cancellationToken),
            { FinishOnKey.Length: > 0 } => call.PressAsync("0000#", cancellationToken),
            _ => throw new InvalidOperationException("Nothing is asked that could be answered wrongly."),
        };

    /// <summary>Keys or says what the demo customer with this number would for the question that was asked last.</summary>
    private static Task AnswerAsync(PhoneCall call, CancellationToken cancellationToken)
    {
        var asked = call.Events.OfType<Spoken>().Last().Text;
        var answer = DemoWallet
            .Customers.Where(customer => (customer.From ?? customer.Phone) == call.From)
            .SelectMany(DemoWallet.AnswersOf)
            .FirstOrDefault(answer => answer.Answers(asked));
        return (answer?.Keys, answer?.Aloud(asked)) switch
        {
            ({ } keys, _) => call.PressAsync(keys, cancellationToken),
            (_, { } words) => call.SayAsync(words, cancellationToken: cancellationToken),
            _ => throw new InvalidOperationException($"{call.From} knows no answer to this: {asked}"),
        };
    }
}

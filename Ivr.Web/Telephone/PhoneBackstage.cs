using System.Text.Json;
using Ivr.Data.Stores;
using Ivr.Flows;
using Ivr.Flows.Engine;
using Ivr.Flows.Wallet;

namespace Ivr.Web.Telephone;

/// <summary>What a developer sees beside the telephone: where the call stands on its diagram, and what was sent to the caller.</summary>
public sealed class PhoneBackstage(CallStore calls, Notices notices, FlowBook flows, INoticeText texts, TimeProvider clock)
{
    public async Task<CallPlace?> PlaceAsync(string callSid, CancellationToken cancellationToken)
    {
        if (await calls.FindAsync(callSid, cancellationToken) is not { } call)
        {
            return null;
        }

        var table = flows[call.Flow].Table;
        var arrows = table.States.SelectMany(from =>
            from.FixedTransitions.Select(to => new MapArrow(from.ToString(), to.Trigger.ToString(), to.DestinationState.ToString()))
        );
        var path = Session.TryRead(call.Session, call.SessionVersion)?.Stack.Select(frame => frame.Flow) ?? [call.Flow];
        return new CallPlace([.. path], call.State, call.Level, call.Language, table.InitialState.ToString(), [.. arrows]);
    }

    /// <summary>The newest first; not those whose words were secret and are erased.</summary>
    public async Task<IReadOnlyList<PhoneMessage>> MessagesAsync(string to, CancellationToken cancellationToken)
    {
        var messages = new List<PhoneMessage>();
        foreach (var row in (await notices.FindToAsync(to, cancellationToken)).Where(row => row.Body.Length > 0))
        {
            var notice = JsonSerializer.Deserialize<Notice>(row.Body)!;
            var language = Languages.TryParse(row.Language, out var known) ? known : Language.Mandarin;
            if (await texts.WriteAsync(notice, language, clock.GetUtcNow(), cancellationToken) is { } text)
            {
                messages.Add(new PhoneMessage(row.At, text, language.Tag(), row.State));
            }
        }

        return messages;
    }
}

/// <summary>Where a call stands, and the flow it stands in.</summary>
/// <param name="Flows">The flows under way: the root first, the one it stands in last.</param>
public sealed record CallPlace(
    IReadOnlyList<string> Flows,
    string State,
    string Level,
    string Language,
    string Initial,
    IReadOnlyList<MapArrow> Arrows
);

/// <summary>One way from state to state.</summary>
public sealed record MapArrow(string From, string Trigger, string To);

/// <summary>A message as the caller reads it, and how far it has come.</summary>
public sealed record PhoneMessage(DateTimeOffset At, string Body, string Language, string State);

using System.Globalization;
using System.Text;
using System.Text.Json;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Flows.Flows;

namespace Ivr.Web.Proving;

/// <summary>Tells situations apart: by all that a caller could notice, or only by what kind they are.</summary>
public sealed class Landmarks
{
    private readonly Dictionary<string, string> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);

    /// <summary>Branches that tell everybody the same: who calls, and what was proven and done before, changes nothing in them.</summary>
    private static readonly HashSet<string> ForEverybody =
    [
        nameof(FaqFlow),
        nameof(GuideFlow),
        nameof(RefundPolicyFlow),
        nameof(CardFlow),
        nameof(AgentFlow),
        nameof(VoicemailFlow),
    ];

    /// <summary>Where the call stands, and what was told, proven and done on the way there.</summary>
    public string Of(Situation at)
    {
        var (call, now) = (at.Session.Call, at.Now);
        var who = ForEverybody.Contains(now.Flow)
            ? ""
            : $"{at.Persona.Name} {at.Persona.From} {call.Identity.Level} {call.Identity.CodeFor} {call.IsForFamily} {string.Join(',', at.Evidence.Done)}";
        var tries = at.Session.Stack.Any(IsProving) ? at.Evidence.Wrong : 0;

        // What the menu keeps in mind of a branch that is left means nothing any more; what is reported is only written down.
        var notes =
            now.Flow == nameof(MainFlow) ? ""
            : now.Flow == nameof(ReportFlow) ? Cached(kinds, now.Notes, isExact: false)
            : Cached(exact, now.Notes, isExact: true);
        return string.Create(CultureInfo.InvariantCulture, $"{who}|{Mood(at.Session)}|{tries}|{Way(at.Session)}|{notes}");
    }

    /// <summary>The same for whoever calls, whatever was proven, and whatever the amounts, days and names are.</summary>
    public string KindOf(Situation at)
    {
        var notes = Cached(kinds, at.Now.Notes, isExact: false);
        return $"{Mood(at.Session)}|{at.Session.Call.Manner.IsElder}|{at.Place}|{at.Reply.Ending.GetType().Name}|{notes}";
    }

    private static bool IsProving(Frame frame) => frame.Flow is nameof(IdentityFlow) or nameof(LightIdentityFlow) or nameof(CodeFlow);

    private static string Mood(Session session)
    {
        var patience = session.Patience;
        return $"{session.Call.Language}{patience.NotHeard}{patience.NotUnderstood}{patience.ForgaveKey}{patience.ForgaveDoubt}"
            + $"{session.StarBefore}{session.SilencesAllowed}{string.Join('+', session.Doubt?.Groups ?? [])}";
    }

    /// <summary>The flows under way and their states. What lies below an interruption is gone back to, or left whole.</summary>
    private static string Way(Session session)
    {
        var over = Math.Max(0, session.Stack.ToList().FindIndex(frame => frame.Interrupts));
        return string.Join('/', session.Stack.Skip(over).Select(frame => $"{frame.Flow}.{frame.State}"));
    }

    private static string Cached(Dictionary<string, string> cache, string notes, bool isExact)
    {
        if (!cache.TryGetValue(notes, out var known))
        {
            using var json = JsonDocument.Parse(notes);
            var text = new StringBuilder();
            Write(json.RootElement, "", isExact, text);
            cache[notes] = known = text.ToString();
        }

        return known;
    }

    private static void Write(JsonElement value, string name, bool isExact, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject().Where(member => member.Value.ValueKind is not JsonValueKind.Null))
                {
                    text.Append(member.Name).Append(':');
                    Write(member.Value, member.Name, isExact, text);
                    text.Append(';');
                }

                break;

            // Questions come in an order that is drawn, and their number is what matters.
            case JsonValueKind.Array when name is "Questions":
                text.Append(value.GetArrayLength());
                foreach (var kind in value.EnumerateArray().Take(1))
                {
                    text.Append(kind.GetProperty("Kind").GetRawText());
                }

                break;
            case JsonValueKind.Array when name is "Answered":
                text.Append(value.GetArrayLength());
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var one in value.EnumerateArray().Take(isExact ? int.MaxValue : 1))
                {
                    Write(one, name, isExact, text);
                }

                text.Append(isExact ? "]" : Math.Min(2, value.GetArrayLength()).ToString(CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.String:
                text.Append(
                    name is "CaseNo" ? "#"
                    : isExact ? value.GetString()
                    : "s"
                );
                break;
            case JsonValueKind.Number when !isExact:
                text.Append('n');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}

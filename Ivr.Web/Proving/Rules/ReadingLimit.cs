using Ivr.Flows;
using Ivr.Flows.Prompts;

namespace Ivr.Web.Proving.Rules;

/// <summary>Nothing is said for longer than a listener follows, with the values it has at that moment; the longest reply is noted.</summary>
public sealed class ReadingLimit : IReplyRule
{
    private const double LongestSeconds = 22;

    /// <summary>The longest reply so far.</summary>
    public (double Seconds, string Place) Longest { get; private set; } = (0, "");

    public string? Complaint(Situation at)
    {
        var heard = at.Heard.Value;
        if (heard.Seconds > Longest.Seconds)
        {
            Longest = (heard.Seconds, at.Place);
        }

        var language = at.Session.Call.Language;
        return
            heard
                .Texts.Where(said => ReadingTime.Seconds(said.Text, language) > LongestSeconds)
                .Select(said => said.Prompt)
                .FirstOrDefault()
                is { } prompt
            ? $"{prompt} takes more than {LongestSeconds} seconds in {language.Tag()}"
            : null;
    }
}

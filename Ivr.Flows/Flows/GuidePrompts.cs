using System.Text.Json;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="GuideFlow"/>.</summary>
public static class GuidePrompts
{
    public static readonly Prompt DoneOrAgain = new("guide/done-or-again");
    public static readonly Prompt NextOrEnough = new("guide/next-or-enough");

    public static Prompt Piece(GuidePiece piece) => new($"guide/{JsonNamingPolicy.KebabCaseLower.ConvertName(piece.ToString())}");

    /// <summary>Which step of how many.</summary>
    public static Prompt Position(Count step, Count of) => new("guide/position", ("step", step), ("of", of));
}

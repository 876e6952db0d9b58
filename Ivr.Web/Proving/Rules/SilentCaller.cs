using System.Globalization;

namespace Ivr.Web.Proving.Rules;

/// <summary>
/// A caller who does nothing any more is out soon, wherever that begins: with a person, or kindly let go. Where time was given to look something
/// up, as many silences more are patience.
/// </summary>
public sealed class SilentCaller
{
    private const int MostWebhooks = 4;
    private const double MostSeconds = 90;

    /// <summary>A call of whatever steps, and then of silence, has no more.</summary>
    private const int MostInAll = 40;

    /// <summary>The most webhooks and seconds of any silence, without and with patience.</summary>
    public (int Webhooks, double Seconds, int Patient, int InAll) Most { get; private set; }

    public IEnumerable<Finding> Findings(IReadOnlyList<Situation> all)
    {
        foreach (var at in all.Where(one => one is { IsExplored: true, IsOut: false, IsTroubled: false }))
        {
            if (Silence(at) is not { } silence)
            {
                yield return new Finding(nameof(SilentCaller), $"a caller who says nothing at {at.Place} is never out", at);
                continue;
            }

            var (webhooks, seconds) = silence;
            var patience = at.Session.SilencesAllowed;
            Most = (
                patience > 0 ? Most.Webhooks : Math.Max(Most.Webhooks, webhooks),
                Math.Max(Most.Seconds, seconds),
                Math.Max(Most.Patient, webhooks),
                Math.Max(Most.InAll, at.Webhooks + webhooks)
            );
            if (webhooks > MostWebhooks + patience || at.Webhooks + webhooks > MostInAll)
            {
                yield return new Finding(
                    nameof(SilentCaller),
                    $"a caller who says nothing at {at.Place} is out after {webhooks} webhooks",
                    at
                )
                {
                    Silences = webhooks,
                };
            }

            if (seconds > MostSeconds)
            {
                var said = seconds.ToString("0", CultureInfo.InvariantCulture);
                yield return new Finding(
                    nameof(SilentCaller),
                    $"a caller who says nothing at {at.Place} is spoken to for {said} seconds",
                    at
                )
                {
                    Silences = webhooks,
                };
            }
        }
    }

    private static (int Webhooks, double Seconds)? Silence(Situation from)
    {
        var (webhooks, seconds, at) = (0, 0.0, from);
        var met = new HashSet<Situation>();
        while (!at.IsOut)
        {
            var way = at.Ways.FirstOrDefault(one => one.Deed.IsSilence);
            if (way.To is null)
            {
                // Not tried here: the same kind was, by another caller.
                return at.IsExplored ? null : (webhooks, seconds);
            }

            if (!met.Add(at))
            {
                return null;
            }

            (webhooks, seconds, at) = (webhooks + 1, seconds + way.Seconds, way.To);
        }

        return (webhooks, seconds);
    }
}

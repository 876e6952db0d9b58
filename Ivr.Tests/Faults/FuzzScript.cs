namespace Ivr.Tests.Faults;

/// <summary>Makes a call that broke a rule again, as short as it goes.</summary>
internal static class FuzzScript
{
    /// <summary>The first webhook and so many of the last ones; all of them where nothing shorter breaks a rule by itself.</summary>
    public static async Task<string> ShortestAsync(FuzzCall broken, Func<Task<FuzzGround>> prepare)
    {
        for (var length = 1; length < broken.Sent.Count; length *= 2)
        {
            List<FuzzStep> steps = [broken.Sent[0], .. broken.Sent.Skip(1).TakeLast(length)];
            if (await BreaksAsync(broken, steps, prepare) is { } why)
            {
                return $"{string.Join('\n', steps)}\nalone ends so: {why}";
            }
        }

        return string.Join('\n', broken.Sent);
    }

    /// <returns>Which rule; null where none.</returns>
    private static async Task<string?> BreaksAsync(FuzzCall broken, List<FuzzStep> steps, Func<Task<FuzzGround>> prepare)
    {
        await using var ground = await prepare();
        var call = new FuzzCall(ground, broken.Customer, broken.From);
        try
        {
            foreach (var step in steps)
            {
                await call.SendAsync(step);
            }

            await call.CheckEffectsAsync();
            return null;
        }
        catch (FuzzException why)
        {
            return why.Message;
        }
    }
}

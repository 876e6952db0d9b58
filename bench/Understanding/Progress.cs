namespace Ivr.Bench.Understanding;

/// <summary>One line that shows how far long work is; nothing where nobody looks on.</summary>
internal static class Progress
{
    private const int Step = 100;

    public static List<T> Through<T>(IEnumerable<T> work, string name)
    {
        var done = new List<T>();
        foreach (var item in work)
        {
            done.Add(item);
            if (done.Count % Step == 0 && !Console.IsErrorRedirected)
            {
                Console.Error.Write($"\r{name}: {done.Count:N0}");
            }
        }

        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write("\r" + new string(' ', 60) + "\r");
        }

        return done;
    }
}

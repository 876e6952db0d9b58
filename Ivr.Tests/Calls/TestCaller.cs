using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ivr.Data.Demo;
using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Web.Telephone;

namespace Ivr.Tests.Calls;

/// <summary>
/// A person with a telephone. Each word is a step of the call; awaiting it makes the call. What is heard is what was said since the caller last
/// did something, in order. A step that fails prints the call so far.
/// </summary>
public sealed class TestCaller(TestHotline hotline, DemoCustomer? customer, string? number = null, PhoneCall? placed = null)
{
    private readonly List<Func<Task>> steps = [];
    private readonly PhoneCall call = placed ?? hotline.Pick(number ?? customer!.From ?? customer.Phone);
    private Language language = Language.Mandarin;
    private int heardTo;

    public PhoneCall Call => call;

    public TaskAwaiter GetAwaiter() => RunAsync().GetAwaiter();

    public TestCaller Dials() => Then(() => call.DialAsync());

    /// <summary>Picks up where the hotline calls.</summary>
    public TestCaller Answers() => Does(() => call.DialAsync());

    public TestCaller Presses(string keys) => Does(() => call.PressAsync(keys));

    public TestCaller Speaks(string words) => Does(() => call.SayAsync(words));

    /// <param name="confidence">As the recogniser states it; null where it says nothing.</param>
    public TestCaller Mumbles(string words, string? confidence) => Does(() => call.SayAsync(words, confidence));

    public TestCaller IsSilent() => Does(() => call.WaitAsync());

    public TestCaller HangsUp() => Does(() => call.HangUpAsync());

    public TestCaller FindsThat(string transferEnds) => Does(() => call.TransferEndsAsync(transferEnds));

    public TestCaller InEnglish() => Then(() => language = Language.English).Presses("8");

    /// <summary>Presses the key that the menu has for a branch.</summary>
    public TestCaller Chooses<TFlow>()
        where TFlow : IFlow => Presses(Hotline.Menu.Single(branch => branch.Flow == typeof(TFlow).Name).Key.ToString());

    /// <summary>Answers as many security questions rightly.</summary>
    public TestCaller AnswersRightly(int times) => Repeat(times, GiveAsync);

    /// <summary>Answers as many security questions wrongly.</summary>
    public TestCaller AnswersWrongly(int times) =>
        Repeat(times, answer => GiveAsync(answer with { Keys = Wrong(answer.Keys), Zh = "谁也没有的答案", En = "nobody has this answer" }));

    /// <summary>Says the words that go with a part of what was asked last.</summary>
    public TestCaller Answers(params (string Asked, string Words)[] aloud) =>
        Does(() => call.SayAsync(aloud.First(pair => LastSaid.Contains(pair.Asked, StringComparison.Ordinal)).Words));

    public TestCaller Hears(string words) => Then(() => Hear(words, text => text.Contains(words, StringComparison.Ordinal)));

    public TestCaller Hears(Prompt prompt)
    {
        return Then(() => Hear(prompt.Key, text => Pattern().IsMatch(text)));

        Regex Pattern()
        {
            var words = hotline.Prompts.Find(language, prompt.Key) ?? throw new InvalidOperationException($"There is no {prompt.Key}.");
            var forms = Enum.GetValues<PromptForm>().Select(form => words.In(form)).Distinct();
            var patterns = forms.Select(form => Regex.Replace(Regex.Escape(form), @"\\{[a-z-]+}", ".+"));
            return new Regex($"^({string.Join('|', patterns)})$", RegexOptions.Singleline);
        }
    }

    public TestCaller DoesNotHear(string words) =>
        Then(() => Check(!Heard(heardTo).Any(text => text.Contains(words, StringComparison.Ordinal)), $"nobody says {words}"));

    /// <summary>Waits in the queue until the next announcement.</summary>
    public TestCaller WaitsForNews() =>
        Does(async () =>
        {
            var before = Announcements();
            for (var silences = 0; Announcements() == before && call.IsInQueue && silences < 3; silences++)
            {
                await call.WaitAsync();
            }
        });

    public TestCaller LeavesAMessage(int seconds) => Does(() => call.LeaveMessageAsync(seconds, hangsUp: false));

    public TestCaller HangsUpBehindAMessage(int seconds) => Does(() => call.LeaveMessageAsync(seconds, hangsUp: true));

    public TestCaller IsRecorded() => Then(() => Check(call.IsRecording, "a message is recorded"));

    public TestCaller IsHungUpOn() => Then(() => Check(call.IsOver, "the call is over"));

    public TestCaller IsStillOn() => Then(() => Check(!call.IsOver, "the call goes on"));

    public TestCaller WaitsForAPerson() => Then(() => Check(call.WaitsFor is not null, "the caller waits for a person"));

    public TestCaller Meanwhile(Func<Task> something) => Then(something);

    public TestCaller After(TimeSpan time) => Then(() => hotline.Clock.Advance(time));

    /// <summary>Keys the one-time code of the newest message, as the demo shows it on the phone page.</summary>
    public TestCaller KeysTheCode() => Does(async () => await call.PressAsync(await CodeAsync()));

    /// <summary>Keys other codes than that one.</summary>
    public TestCaller KeysAWrongCode(int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            Does(async () => await call.PressAsync(await CodeAsync() == "000000" ? "111111" : "000000"));
        }

        return this;
    }

    private async Task<string> CodeAsync() =>
        await hotline.CodeSentToAsync(customer!.Phone) is { } code
            ? code
            : throw new InvalidOperationException($"No code came.\n{Transcript()}");

    private static string? Wrong(string? keys) => keys is null ? null : new string(keys.All(key => key == '0') ? '1' : '0', keys.Length);

    private Task GiveAsync(DemoAnswer answer) =>
        answer.Keys is { } keys ? call.PressAsync(keys + End(answer)) : call.SayAsync(answer.Aloud(LastSaid)!);

    private string LastSaid => call.Events.OfType<Spoken>().Last().Text;

    /// <summary>An amount is as long as it is.</summary>
    private static string End(DemoAnswer answer) => answer.Kind == "DYNAMIC" ? "#" : "";

    private TestCaller Repeat(int times, Func<DemoAnswer, Task> give)
    {
        for (var time = 0; time < times; time++)
        {
            Does(() => give(Asked()));
        }

        return this;
    }

    private DemoAnswer Asked() =>
        (customer is null ? [] : DemoWallet.AnswersOf(customer)).FirstOrDefault(answer => answer.Answers(LastSaid)) ?? Unknown(LastSaid);

    private DemoAnswer Unknown(string question) =>
        call.Listening switch
        {
            { Speech: true, NumDigits: 1 } => new DemoAnswer(
                question,
                question,
                question,
                "TEXT",
                null,
                "不存在的答案",
                "there is no answer"
            ),
            { NumDigits: { } digits } => new DemoAnswer(question, question, question, "NUMERIC", new string('0', digits), null, null),
            _ => new DemoAnswer(question, question, question, "DYNAMIC", "0000", null, null),
        };

    private void Hear(string what, Func<string, bool> isIt)
    {
        for (var at = heardTo; at < call.Events.Count; at++)
        {
            if (call.Events[at] is Spoken spoken && isIt(spoken.Text))
            {
                heardTo = at + 1;
                return;
            }
        }

        Check(false, $"somebody says {what}");
    }

    private int Announcements() =>
        call.Events.OfType<Answered>().Count(answered => answered.Path.EndsWith("/wait", StringComparison.Ordinal));

    private IEnumerable<string> Heard(int since) => call.Events.Skip(since).OfType<Spoken>().Select(spoken => spoken.Text);

    private void Check(bool holds, string expected) => Assert.True(holds, $"Expected that {expected}. The call so far:\n{Transcript()}");

    private string Transcript() => string.Join('\n', call.Events.Where(happened => happened is not Answered));

    private TestCaller Does(Func<Task> something) =>
        Then(async () =>
        {
            heardTo = call.Events.Count;
            await something();
            foreach (var answered in call.Events.Skip(heardTo).OfType<Answered>())
            {
                TwimlChecker.Check(answered);
            }
        });

    private TestCaller Then(Action something) =>
        Then(() =>
        {
            something();
            return Task.CompletedTask;
        });

    private TestCaller Then(Func<Task> something)
    {
        steps.Add(something);
        return this;
    }

    private async Task RunAsync()
    {
        foreach (var step in steps)
        {
            await step();
        }

        steps.Clear();
    }
}

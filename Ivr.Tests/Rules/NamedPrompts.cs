using System.Reflection;
using Ivr.Flows.Calendars;
using Ivr.Flows.Flows;
using Ivr.Flows.Prompts;
using Ivr.Flows.Speaking;
using Ivr.Flows.Wallet;
using Ivr.Tests.Calls;

namespace Ivr.Tests.Rules;

/// <summary>Every prompt that the code can name: each field and method of the prompt classes, with every value it may be given.</summary>
internal static class NamedPrompts
{
    private static readonly DateTimeOffset?[] Moments = [null, new DateTimeOffset(2026, 11, 25, 8, 5, 0, TimeSpan.Zero)];
    private static readonly string?[] Tails = [null, "8834"];

    public static IReadOnlyList<Prompt> All { get; } = [.. Classes().SelectMany(Of)];

    private static IEnumerable<Type> Classes() =>
        typeof(Prompt)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Prompts", StringComparison.Ordinal));

    private static IEnumerable<Prompt> Of(Type type)
    {
        var fields = type.GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<Prompt>();
        var methods = type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(Prompt))
            .SelectMany(method => Arguments(method.GetParameters()).Select(arguments => (Prompt)method.Invoke(null, arguments)!));
        var tables = type.GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => field.GetValue(null))
            .OfType<IReadOnlyDictionary<string, Prompt>>()
            .SelectMany(table => table.Values);
        return fields.Concat(methods).Concat(tables);
    }

    private static IEnumerable<object?[]> Arguments(ParameterInfo[] parameters) =>
        parameters.Aggregate(
            (IEnumerable<object?[]>)
                [
                    [],
                ],
            (heads, parameter) => [.. heads.SelectMany(head => Values(parameter).Select(value => (object?[])[.. head, value]))]
        );

    private static IEnumerable<object?> Values(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var isOptional = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return isOptional ? Values(type).Prepend(null!) : Values(type);
    }

    private static IEnumerable<object> Values(Type type) =>
        type switch
        {
            { IsEnum: true } => Enum.GetValues(type).Cast<object>(),
            _ when type == typeof(Notice) => type.GetNestedTypes().Select(Notice),
            _ when type == typeof(Key) => [new Key('3')],
            _ when type == typeof(DateTimeOffset) => [Moments[1]!.Value],
            _ when type == typeof(string) => ["abc"],
            _ when type == typeof(Written) => [new Written("abc")],
            _ when type == typeof(Reference) => [Some.Case],
            _ when type == typeof(Count) => [new Count(3)],
            _ when type == typeof(CardTail) => [new CardTail("8834")],
            _ when type == typeof(Name) => [new Name("海边的石头")],
            _ when type == typeof(Value) => [new Named("names/refund")],
            _ when type == typeof(Wording) => [new Wording("您老家在哪里？", "Where is your home town?")],
            _ when type == typeof(Count) => [new Count(2) { Measured = true }],
            _ when type == typeof(Span) => [new Span(3, SpanUnit.Minute)],
            _ when type == typeof(Phone) => [new Phone("+13125550142")],
            _ when type == typeof(CallbackNumber) => [new CallbackNumber("+13125550142", false), new CallbackNumber("+13125550142", true)],
            _ when type == typeof(Opening) => Openings(),
            _ when type == typeof(BrokenPromise) => Moments.Select(answer => new BrokenPromise(
                new Promise(1, "payment:1", PromiseRule.MoneyBack, Moments[1]!.Value),
                answer
            )),
            _ when type == typeof(Payment) => Payments(),
            _ when type == typeof(Amount) => [new Amount(1, "CNY")],
            _ when type == typeof(Duplicate) => [new Duplicate(Some.Payment, Some.Payment)],
            _ when type == typeof(DisputeFlow.Charge) => [new DisputeFlow.Charge("永辉超市", new Amount(1, "CNY"))],
            _ when type == typeof(Refund) => Refunds(),
            _ => throw new NotSupportedException($"Say here what a {type.Name} of a prompt can be."),
        };

    private static IEnumerable<Opening> Openings() =>
        from because in Enum.GetValues<ClosedBecause>()
        from opens in Moments
        from hours in new IReadOnlyList<HoursSpan>[] { [], HoursText.Read("Workdays 09:00-18:30; Sat-Sun 10:00-24:00; Daily 00:00-24:00") }
        select new Opening
        {
            Closed = because,
            OpensAt = opens,
            Hours = hours,
        };

    private static Notice Notice(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return (Notice)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Values(parameter).First())]);
    }

    private static IEnumerable<Payment> Payments() =>
        from method in Enum.GetValues<PaymentMethod>()
        from tail in Tails
        from due in Moments
        from done in Moments
        select Some.Payment with
        {
            Method = method,
            CardTail = tail,
            ReversalDueAt = due,
            ReversalDoneAt = done,
        };

    private static IEnumerable<Refund> Refunds() =>
        from state in Enum.GetValues<RefundState>()
        from to in Enum.GetValues<RefundTo>()
        from tail in Tails
        from expected in Moments
        from arrived in Moments
        from reason in Enum.GetValues<RejectReason>().Cast<RejectReason?>().Append(null)
        select new Refund
        {
            Id = 1,
            RefundNo = "R1",
            Payee = "永辉超市",
            Amount = new Amount(1, "CNY"),
            State = state,
            To = to,
            CardTail = tail,
            RejectReason = reason,
            RequestedAt = default,
            ExpectedAt = expected,
            ArrivedAt = arrived,
        };
}

using System.Globalization;
using Ivr.Data.Demo;
using Ivr.Flows.Calls;
using Ivr.Flows.Engine;

namespace Ivr.Web.Proving;

/// <summary>What can be entered where figures or a secret are asked for: what is right for the caller, and what is not.</summary>
public sealed class EntryDeeds(Hearer hearer, MarketTime market)
{
    private const string NobodysNumber = "600000999999";
    private const string NobodysAmount = "7*77";

    /// <summary>The keys of an entry as a script says them: those of a fixed number end at once, the others by a pound or a pause.</summary>
    public static string Lines(string keys, Answer answer, bool isUnhurried) =>
        answer switch
        {
            Answer.Digits { Min: var least, Max: var most } when least == most && keys.Length == most => keys,
            Answer.Digits { Min: var least, Max: var most } entry when least == most => isUnhurried && entry.Alone.Length > 0 && keys != "#"
                ? $"{keys}#"
                : $"{keys}\nsilence",
            Answer.Digits => $"{keys}#",
            _ => keys,
        };

    /// <param name="code">The code that was sent, where one is asked for.</param>
    public IEnumerable<Deed> Into(Situation at, Answer.Digits entry, bool isUnhurried, string? code)
    {
        var alone = entry.Alone.Select(key => key.ToString()).Select(key => Keyed(key, Proof.Nothing));
        var asked = at.Asked!.Prompt!;
        var customer = at.Persona.Customer;
        return asked.Key switch
        {
            "code/ask-code" => alone.Concat(Code()),
            "identity/ask-number" or "light-identity/ask-family-number" => alone.Concat(Numbers()),
            "identity/ask-tail" or "light-identity/ask-family-tail" => alone.Concat(Tails()),
            _ when entry.IsIdentity => alone.Concat(Secrets()),
            _ when entry.IsAmount => Amounts(customer).Append(NobodysAmount).Select(keys => Keyed(keys, Proof.Nothing)),
            _ when entry.IsDay => Days(customer).Append("0101").Select(keys => Keyed(keys, Proof.Nothing)),
            _ => Orders(customer).Append(new string('0', entry.Min)).Select(keys => Keyed(keys, Proof.Nothing)),
        };

        Deed Keyed(string keys, Proof proof) => new(Lines(keys, entry, isUnhurried), new CallerInput.Keys(keys)) { Proof = proof };

        IEnumerable<Deed> Code()
        {
            if (code is not null)
            {
                yield return Keyed(code, Proof.RightCode) with
                {
                    Lines = "code",
                    Secret = code,
                };
            }

            yield return Keyed(code == "000000" ? "111111" : "000000", Proof.WrongCode);
        }

        IEnumerable<Deed> Numbers()
        {
            if (customer is not null)
            {
                yield return Keyed(customer.WalletNo, Proof.Number) with
                {
                    Secret = customer.WalletNo,
                };
            }

            yield return Keyed(NobodysNumber, Proof.Nothing);
        }

        IEnumerable<Deed> Tails()
        {
            if (customer is not null)
            {
                var tail = customer.CertificateTail.Replace('X', '*');
                var isOurs = NumberKeyed(at) == customer.WalletNo;
                yield return Keyed(tail, isOurs ? Proof.RightTail : Proof.WrongClaim) with
                {
                    Secret = tail,
                };
            }

            yield return Keyed("1357", Proof.WrongClaim);
        }

        IEnumerable<Deed> Secrets()
        {
            var words = hearer.Say(asked, at.Session.Call.Language);
            if (AnswerTo(words, customer) is { Keys: { } keys } known)
            {
                yield return Keyed(keys, Proof.RightAnswer) with
                {
                    // The order of the questions is drawn anew in each call; that of the last payment comes last.
                    Lines = known.Kind == "DYNAMIC" ? $"{keys}#" : "answer",
                    Secret = known.QuestionZh,
                };
            }

            var wrong = entry.Min == entry.Max ? new string('0', entry.Min) : "0000";
            yield return Keyed(wrong, Proof.WrongAnswer) with
            {
                Lines = "answer wrongly",
            };
        }
    }

    /// <summary>The answer to a question that is answered aloud, and one that nobody has.</summary>
    public IEnumerable<Deed> Aloud(Situation at)
    {
        var words = hearer.Say(at.Asked!.Prompt!, at.Session.Call.Language);
        if (AnswerTo(words, at.Persona.Customer) is { } known && known.Aloud(words) is { } aloud)
        {
            yield return new Deed("answer", new CallerInput.Speech(aloud, 0.9)) { Proof = Proof.RightAnswer, Secret = known.QuestionZh };
        }

        yield return new Deed("answer wrongly", new CallerInput.Speech("谁也没有的答案", 0.9)) { Proof = Proof.WrongAnswer };
    }

    private static DemoAnswer? AnswerTo(string asked, DemoCustomer? customer) =>
        customer is null ? null : DemoWallet.AnswersOf(customer).FirstOrDefault(answer => answer.Answers(asked));

    private static string? NumberKeyed(Situation at) =>
        at.Deed is { Proof: Proof.Number } deed ? deed.Secret
        : at.Deed is { IsCommon: false } || at.From is null ? null
        : NumberKeyed(at.From);

    private static IEnumerable<string> Amounts(DemoCustomer? customer) =>
        (customer?.Payments ?? []).Select(payment => payment.Amount.Replace('.', '*')).Distinct(StringComparer.Ordinal).Take(2);

    private static IEnumerable<string> Orders(DemoCustomer? customer) =>
        (customer?.Payments ?? []).Select(payment => payment.OrderNo[^6..]).Take(2);

    private IEnumerable<string> Days(DemoCustomer? customer)
    {
        var now = DateTimeOffset.UtcNow;
        return (customer?.Payments ?? [])
            .Select(payment => market.DayOf(DemoTime.Read(payment.At, now, market.Zone)).ToString("MMdd", CultureInfo.InvariantCulture))
            .Distinct(StringComparer.Ordinal)
            .Take(2);
    }
}

using System.Globalization;
using Ivr.Data.Connections;
using Ivr.Data.Secrets;
using Ivr.Flows.Understanding.Answers;

namespace Ivr.Data.Stores;

/// <summary>
/// Takes a customer's answer to a security question, as the wallet's app hands it over, and keeps nothing of it but keyed hashes: of its keys, or
/// of the ways it may sound.
/// </summary>
public sealed class AnswerEnrolment(TurnScope turn, AnswerHasher hasher)
{
    /// <summary>One in each language.</summary>
    private const int MostWordings = 2;

    private const string FindQuestion = """
        select kind, digits
        from security_questions
        where id = @questionId and active = 1
        """;

    private const string FindOwner = """
        select display_name, cast(birth_date as char(10)) as birth_date
        from customers
        where id = @customerId
        """;

    private const string FindPhones = """
        select e164
        from phone_bindings
        where customer_id = @customerId
        """;

    private const string Forget = """
        delete from security_answers
        where customer_id = @customerId and question_id = @questionId
        """;

    private const string Enrol = """
        insert into security_answers (customer_id, question_id, answer_hash, enrolled_at)
        values (@customerId, @questionId, @answerHash, @at)
        """;

    private sealed class QuestionRow
    {
        public required string Kind { get; init; }
        public int Digits { get; init; }
    }

    private sealed class OwnerRow
    {
        public required string DisplayName { get; init; }

        /// <summary>As year, month and day, whether it is kept as a date or as text.</summary>
        public string? BirthDate { get; init; }
    }

    /// <summary>Puts an answer in place of the one there was.</summary>
    /// <param name="wordings">The keys; or what is said, in one language or in two.</param>
    /// <returns>Null where it was taken; else why not, and nothing is changed.</returns>
    /// <exception cref="InvalidOperationException">There is no such customer, or no such question that is enrolled.</exception>
    public async Task<AnswerRefusal?> EnrolAsync(
        long customerId,
        long questionId,
        IReadOnlyList<string> wordings,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var ids = new { customerId, questionId };
        var question = await turn.FindAsync<QuestionRow>(FindQuestion, ids, cancellationToken);
        var own = await OwnDetailsAsync(customerId, cancellationToken);
        var refusal = question switch
        {
            { Kind: "NUMERIC" } => Refuse(wordings, question.Digits, own),
            { Kind: "TEXT" } => RefuseAloud(wordings, own),
            _ => throw new InvalidOperationException($"Question {questionId} is none that is enrolled."),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        var answerHash =
            question.Kind == "TEXT"
                ? hasher.HashSounds([.. wordings.SelectMany(SpokenAnswer.KeysOf).Distinct()])
                : hasher.Hash(wordings[0]);
        await turn.ExecuteAsync(Forget, ids, cancellationToken);
        await turn.ExecuteAsync(
            Enrol,
            new
            {
                customerId,
                questionId,
                answerHash,
                at,
            },
            cancellationToken
        );
        return null;
    }

    private async Task<OwnDetails> OwnDetailsAsync(long customerId, CancellationToken cancellationToken)
    {
        var owner =
            await turn.FindAsync<OwnerRow>(FindOwner, new { customerId }, cancellationToken)
            ?? throw new InvalidOperationException($"There is no customer {customerId}.");
        var born = DateOnly.TryParse(owner.BirthDate, CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null;
        return new OwnDetails(owner.DisplayName, born, await turn.ListAsync<string>(FindPhones, new { customerId }, cancellationToken));
    }

    private static AnswerRefusal? Refuse(IReadOnlyList<string> wordings, int digits, OwnDetails own) =>
        wordings is not [var keys] || keys.Length != digits || !keys.All(char.IsAsciiDigit) ? AnswerRefusal.NoAnswer
        : WeakAnswers.IsCommon(keys) ? AnswerRefusal.TooCommon
        : WeakAnswers.IsOwn(keys, own) ? AnswerRefusal.KnownOfThem
        : null;

    private static AnswerRefusal? RefuseAloud(IReadOnlyList<string> wordings, OwnDetails own)
    {
        if (wordings.Count is 0 or > MostWordings)
        {
            return AnswerRefusal.NoAnswer;
        }

        return wordings
            .Select(words =>
                !SpokenAnswer.IsAnswer(words) ? AnswerRefusal.NoAnswer
                : WeakAnswers.IsCommonAloud(words) ? AnswerRefusal.TooCommon
                : WeakAnswers.IsOwnAloud(words, own) || WeakAnswers.IsOwn(Digits(words), own) ? AnswerRefusal.KnownOfThem
                : (AnswerRefusal?)null
            )
            .FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>The figures of an answer that is nothing else.</summary>
    private static string Digits(string words) => words.Trim().All(char.IsAsciiDigit) ? words.Trim() : "-";
}

/// <summary>Why an answer cannot be enrolled.</summary>
public enum AnswerRefusal
{
    /// <summary>It has another form than the question asks for, or nothing is left of it.</summary>
    NoAnswer,

    /// <summary>One of those that are guessed first.</summary>
    TooCommon,

    /// <summary>The customer's own name, phone or birthday.</summary>
    KnownOfThem,
}

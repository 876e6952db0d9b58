using Ivr.Data.Audit;

namespace Ivr.Tests.Audit;

/// <summary>Whatever is done to the rows of the audit is found, at the first row it was done to.</summary>
public sealed class AuditChainTests
{
    private const int Edits = 10_000;
    private static readonly AuditChain Chain = new("a pepper that is not in the database"u8.ToArray());
    private static readonly AuditChain AnothersChain = new("a pepper that somebody guessed at"u8.ToArray());

    [Fact]
    public void Of_ten_thousand_random_edits_each_is_found_at_the_first_row_it_touched()
    {
        var random = new Random(20260101);
        for (var edit = 0; edit < Edits; edit++)
        {
            var written = Write(random.Next(2, 40), random);
            var anchors = Heads(written);
            var place = random.Next(written.Count);
            var (rows, first) = Tamper(written, place, random);

            var finding = Verify(rows, anchors, rows.Count == 0 ? AuditHead.Start : Head(rows[^1]));

            Assert.True(finding?.Seq == first, $"Edit {edit} of row {first} in {written.Count} rows: {finding}");
        }
    }

    [Fact]
    public void What_nobody_touched_is_found_whole_however_few_heads_were_anchored()
    {
        var random = new Random(7);
        for (var length = 0; length < 100; length++)
        {
            var rows = Write(length, random);
            var some = Heads(rows).Where(_ => random.Next(3) == 0).ToList();

            Assert.Null(Verify(rows, some, rows.Count == 0 ? AuditHead.Start : Head(rows[^1])));
        }
    }

    [Fact]
    public void Rows_written_anew_by_one_who_has_the_key_are_narrowed_down_to_those_between_two_anchored_heads()
    {
        var random = new Random(11);
        var written = Write(30, random);
        var anchors = Heads(written).Where(head => head.Seq % 10 == 0).ToList();

        var rows = Anew(Chain, written, from: 13, row => row with { Action = "account frozen" });

        var finding = Verify(rows, anchors, Head(rows[^1]));
        Assert.Equal(11, finding!.Seq);
        Assert.Contains("Rows 11 to 20", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_that_does_not_fit_the_last_row_is_found()
    {
        var rows = Write(5, new Random(3));

        Assert.Equal(5, Verify(rows[..4], [], Head(rows[4]))!.Seq);
        Assert.Equal(6, Verify(rows, [], Head(rows[3]))!.Seq);
        Assert.Equal(6, Verify(rows, [], null)!.Seq);
    }

    /// <summary>The rows after one of the things that somebody with the database might do, and the first row it touches.</summary>
    private static (List<AuditEntry> Rows, long First) Tamper(List<AuditEntry> written, int place, Random random)
    {
        var rows = written.ToList();
        var row = rows[place];
        switch (random.Next(11))
        {
            case 0:
                rows[place] = row with { Action = $"{row.Action} " };
                break;
            case 1:
                rows[place] = row with { Actor = row.Actor + row.Action[0], Action = row.Action[1..] };
                break;
            case 2:
                rows[place] = row with { At = row.At.AddDays(random.Next(2) == 0 ? -1 : 1) };
                break;
            case 3:
                rows[place] = row with { CallSid = row.CallSid is null ? "" : null };
                break;
            case 4:
                rows[place] = row with { Hash = row.Hash.Replace(row.Hash[0], row.Hash[0] == '0' ? '1' : '0') };
                break;
            case 5:
                rows.RemoveAt(place);
                break;
            case 6:
                rows.RemoveRange(place, rows.Count - place);
                break;
            case 7:
                var other = (place + 1 + random.Next(rows.Count - 1)) % rows.Count;
                (rows[place], rows[other]) = (rows[other] with { Seq = row.Seq }, row with { Seq = rows[other].Seq });
                return (rows, Math.Min(row.Seq, rows[other].Seq));
            case 8:
                rows =
                [
                    .. rows[..place],
                    row with
                    {
                        Subject = "wallet:0",
                    },
                    .. rows[place..].Select(one => one with { Seq = one.Seq + 1 }),
                ];
                break;
            case 9:
                rows = Anew(AnothersChain, written, row.Seq, one => one with { Subject = "wallet:0" });
                break;
            default:
                rows = Anew(Chain, written, row.Seq, one => one with { Subject = "wallet:0" });
                break;
        }

        return (rows, row.Seq);
    }

    /// <summary>A whole end that is consistent in itself.</summary>
    private static List<AuditEntry> Anew(AuditChain chain, List<AuditEntry> written, long from, Func<AuditEntry, AuditEntry> change)
    {
        var rows = written.Where(row => row.Seq < from).ToList();
        foreach (var row in written.Where(row => row.Seq >= from))
        {
            rows.Add(chain.Link(rows.Count == 0 ? AuditHead.Start : Head(rows[^1]), change(row)));
        }

        return rows;
    }

    private static List<AuditEntry> Write(int length, Random random)
    {
        var rows = new List<AuditEntry>();
        for (var row = 0; row < length; row++)
        {
            var entry = new AuditEntry
            {
                // Clocks jump: time does not order the audit.
                At = DateTimeOffset.UnixEpoch.AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 20_000)),
                Actor = random.Next(2) == 0 ? "caller" : "operator",
                Action = random.Next(3) == 0 ? "locks released" : "code sent",
                Subject = $"wallet:{random.Next(1, 1000)}",
                CallSid = random.Next(4) == 0 ? null : $"CA{random.Next()}",
            };
            rows.Add(Chain.Link(rows.Count == 0 ? AuditHead.Start : Head(rows[^1]), entry));
        }

        return rows;
    }

    private static AuditFinding? Verify(IEnumerable<AuditEntry> rows, IEnumerable<AuditHead> anchors, AuditHead? head)
    {
        var verifier = new AuditVerifier(Chain, anchors);
        return rows.Select(verifier.Read).FirstOrDefault(finding => finding is not null) ?? verifier.Finish(head);
    }

    private static List<AuditHead> Heads(IEnumerable<AuditEntry> rows) => [.. rows.Select(Head)];

    private static AuditHead Head(AuditEntry row) => new() { Seq = row.Seq, Hash = row.Hash };
}

using Ivr.Flows;
using Ivr.Flows.Calls;
using Ivr.Flows.Flows;
using Ivr.Tests.Understanding.Measure;

namespace Ivr.Tests.Understanding;

/// <summary>The corpus is what its files say it is.</summary>
public sealed class CorpusTests
{
    private static readonly IReadOnlyList<Utterance> All = [.. Corpus.Read(Part.Building), .. Corpus.Read(Part.Reported)];

    [Fact]
    public void Each_utterance_stands_in_the_part_that_the_rule_gives_it() =>
        Assert.DoesNotContain(All, utterance => Corpus.PartOf(utterance.Words) != utterance.Part);

    [Fact]
    public void The_parts_are_of_about_one_size_in_each_kind_and_language() =>
        Assert.All(
            All.GroupBy(utterance => (utterance.Kind, utterance.Language)),
            group => Assert.InRange((double)group.Count(utterance => utterance.Part is Part.Building) / group.Count(), 0.4, 0.6)
        );

    [Fact]
    public void No_words_stand_twice() =>
        Assert.DoesNotContain(All.CountBy(utterance => (utterance.Language, utterance.Words, utterance.Enrolled)), pair => pair.Value > 1);

    [Fact]
    public void There_are_900_utterances_in_Mandarin_and_600_in_English()
    {
        Assert.True(All.Count(utterance => utterance.Language is Language.Mandarin) >= 900);
        Assert.True(All.Count(utterance => utterance.Language is Language.English) >= 600);
    }

    [Fact]
    public void Every_branch_of_the_main_menu_and_every_group_understood_everywhere_has_60()
    {
        var groups = Hotline.Menu.Select(branch => branch.Phrases).Concat(Phrases.Everywhere).Except([Phrases.Correction]);
        var counts = All.Where(utterance => utterance.Kind is Kind.Intent or Kind.Global)
            .CountBy(utterance => utterance.Label)
            .ToDictionary();

        Assert.All(groups, group => Assert.True(counts.GetValueOrDefault(group) >= 60, $"{group} has {counts.GetValueOrDefault(group)}."));
        Assert.Equal(groups.Order(StringComparer.Ordinal), counts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_other_kinds_have_60_each_and_labels_of_their_form()
    {
        var others = All.Where(utterance => utterance.Kind is not (Kind.Intent or Kind.Global)).ToList();

        Assert.All(others.GroupBy(utterance => utterance.Kind), kind => Assert.True(kind.Count() >= 60, $"{kind.Key} has {kind.Count()}."));
        Assert.All(others, utterance => Assert.True(Labels.Fit(utterance), $"{utterance.Kind} has the label {utterance.Label}."));
    }

    [Fact]
    public void An_utterance_is_always_distorted_the_same_way_and_never_into_itself()
    {
        var versions = All.SelectMany(utterance => Distortions.Of(utterance).Select(version => (utterance, version))).ToList();

        Assert.Equal(versions, All.SelectMany(utterance => Distortions.Of(utterance).Select(version => (utterance, version))));
        Assert.DoesNotContain(versions, pair => pair.version.Words == pair.utterance.Words);
        Assert.True(versions.Count >= All.Count * Distortions.Versions * 0.95, $"{versions.Count} versions of {All.Count} utterances.");
    }
}

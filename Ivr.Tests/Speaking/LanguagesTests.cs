using Ivr.Flows;

namespace Ivr.Tests.Speaking;

public class LanguagesTests
{
    [Theory]
    [InlineData("zh-CN", Language.Mandarin)]
    [InlineData("EN-us", Language.English)]
    public void A_language_is_known_by_its_tag(string tag, Language expected)
    {
        Assert.True(Languages.TryParse(tag, out var language));
        Assert.Equal(expected, language);
        Assert.Equal(tag, language.Tag(), ignoreCase: true);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("fr-FR")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_tags_are_refused(string? tag) => Assert.False(Languages.TryParse(tag, out _));
}

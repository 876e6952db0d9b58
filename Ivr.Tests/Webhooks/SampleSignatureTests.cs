using Twilio.Security;

namespace Ivr.Tests.Webhooks;

public sealed class SampleSignatureTests
{
    public static TheoryData<string> Samples => [.. Sample.Names];

    [Fact]
    public void The_samples_are_all_there() => Assert.Equal(86, Sample.Names.Count);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Twilios_validator_judges_the_sample_as_the_sample_says(string name)
    {
        var sample = Sample.Read(name);
        var validator = new RequestValidator(Sample.Token);
        var form = sample.Method == "POST" ? sample.Form.ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal) : [];

        if (sample.Signature is not { } signature)
        {
            Assert.Equal("91-negative-missing-signature", name);
            Assert.Throws<ArgumentException>(() => validator.Validate(sample.SignedUrl, form, ""));
            return;
        }

        Assert.Equal(sample.Shape != "negative", validator.Validate(sample.SignedUrl, form, signature));
        Assert.False(new RequestValidator($"{Sample.Token}0").Validate(sample.SignedUrl, form, signature));
    }

    [Fact]
    public void A_signature_over_the_default_port_holds_without_the_port()
    {
        var sample = Sample.Read("92-signature-with-port-443");
        var form = sample.Form.ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var withoutPort = sample.SignedUrl.Replace(":443", "", StringComparison.Ordinal);

        Assert.True(new RequestValidator(Sample.Token).Validate(withoutPort, form, sample.Signature!));
        Assert.False(new RequestValidator(Sample.Token).Validate($"{withoutPort}&more=1", form, sample.Signature!));
    }
}

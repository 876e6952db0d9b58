namespace Ivr.Web.Voice;

/// <summary>Which of Twilio's speech models knows which language, by the code that it is told.</summary>
public static class SpeechModels
{
    public const string NumbersAndCommands = "numbers_and_commands";

    private static readonly string[] English = ["en-US", "en-GB", "en-AU", "en-IN", "en-SG", "en-HK", "en-PH"];
    private static readonly string[] PhoneCall = ["en-US", "en-GB", "en-AU"];
    private static readonly string[] ChineseOfGoogle = ["cmn-Hans-CN"];
    private static readonly string[] ChineseOfDeepgram = ["zh", "zh-CN", "zh-Hans", "zh-TW", "zh-Hant"];

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["default"] = [.. English, .. ChineseOfGoogle, "cmn-Hant-TW", "cmn-Hans-HK"],
        ["phone_call"] = PhoneCall,
        ["experimental_conversations"] = English,
        ["experimental_utterances"] = English,
        [NumbersAndCommands] = [.. English, .. ChineseOfDeepgram],
        ["googlev2_long"] = [.. English, .. ChineseOfGoogle],
        ["googlev2_short"] = [.. English, .. ChineseOfGoogle],
        ["googlev2_telephony"] = English,
        ["googlev2_telephony_short"] = English,
        ["deepgram_nova-2"] = [.. English, .. ChineseOfDeepgram],
        ["deepgram_nova-3"] = English,
    };

    /// <summary>Whether the model is known to hear the language; without a model Twilio takes any code.</summary>
    public static bool Hears(string? model, string language) =>
        model is null || (Known.TryGetValue(model, out var languages) && languages.Contains(language, StringComparer.Ordinal));
}

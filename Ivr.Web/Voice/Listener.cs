using Ivr.Flows.Calls;
using Ivr.Flows.Engine;
using Ivr.Web.Hosting;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Web.Voice;

/// <summary>How each shape of answer is listened to. Silence is an ordinary turn: the action is called with nothing.</summary>
public static class Listener
{
    /// <summary>Seconds of silence before the caller is asked again.</summary>
    private const int Patience = 6;

    /// <summary>The same for older callers.</summary>
    private const int PatienceWithElders = 10;

    /// <summary>The same where the caller has something to look up, or asked for time.</summary>
    private const int LongPatience = 25;

    private static readonly Gather.InputEnum[] KeysAndSpeech = [Gather.InputEnum.Dtmf, Gather.InputEnum.Speech];
    private static readonly Gather.InputEnum[] Keys = [Gather.InputEnum.Dtmf];

    public static Gather For(Ending.Listen listen, Manner manner, Uri action, VoiceOf voice, string hints)
    {
        var gather = new Gather(
            input: Keys,
            action: action,
            method: HttpMethod.Post,
            timeout: listen.IsUnhurried ? LongPatience
                : manner.IsElder ? PatienceWithElders
                : Patience,
            finishOnKey: "",
            actionOnEmptyResult: true
        );
        if (!listen.KeysOnly)
        {
            gather.Input = KeysAndSpeech;
            gather.Language = voice.Hears;
            gather.Hints = hints;
            gather.SpeechTimeout = EndOfSpeech(listen.Answer);
        }

        switch (listen.Answer)
        {
            case Answer.OneOf or Answer.Open or Answer.Spoken:
                gather.NumDigits = 1;
                break;
            case Answer.Digits { Min: var least, Max: var most } entry when least == most:
                gather.NumDigits = most;
                if (listen.IsUnhurried && entry.Alone.Length > 0)
                {
                    // Who presses the one key that is an answer by itself would else wait as long as one who looks something up.
                    gather.FinishOnKey = "#";
                }

                break;
            case Answer.Digits:
                gather.FinishOnKey = "#";
                break;
        }

        return gather;
    }

    /// <summary>Seconds of silence that end what is said: digits come in groups, with a breath between them.</summary>
    private static string EndOfSpeech(Answer answer) =>
        answer switch
        {
            Answer.OneOf { Options.Count: <= 2 } => "1",
            Answer.Digits { IsAmount: false, IsDay: false } => "3",
            _ => "2",
        };
}

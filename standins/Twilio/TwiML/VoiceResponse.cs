using Twilio.Http;
using Twilio.TwiML.Voice;

namespace Twilio.TwiML
{
    public class VoiceResponse : TwiML
    {
        public VoiceResponse()
            : base("Response") { }

        public new VoiceResponse Append(TwiML childElem) => (VoiceResponse)base.Append(childElem);

        public new VoiceResponse SetOption(string key, object value) => (VoiceResponse)base.SetOption(key, value);

        public VoiceResponse Say(string message = null, Say.VoiceEnum voice = null, int? loop = null, Say.LanguageEnum language = null) =>
            Append(new Say(message, voice, loop, language));

        public VoiceResponse Pause(int? length = null) => Append(new Pause(length));

        public VoiceResponse Redirect(Uri url = null, HttpMethod method = null) => Append(new Redirect(url, method));

        public VoiceResponse Hangup() => Append(new Hangup());

        public VoiceResponse Leave() => Append(new Leave());
    }
}

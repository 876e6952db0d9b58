using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Say : TwiML
    {
        public Say(string message = null, VoiceEnum voice = null, int? loop = null, LanguageEnum language = null)
            : base("Say")
        {
            Message = message;
            Voice = voice;
            Loop = loop;
            Language = language;
        }

        public string Message { get; set; }

        public VoiceEnum Voice { get; set; }

        public int? Loop { get; set; }

        public LanguageEnum Language { get; set; }

        public Say Prosody(string words = null, string volume = null, string rate = null, string pitch = null) =>
            Append(new SsmlProsody(words, volume, rate, pitch));

        public Say Break(SsmlBreak.StrengthEnum strength = null, string time = null) => Append(new SsmlBreak(strength, time));

        public new Say Append(TwiML childElem) => (Say)base.Append(childElem);

        public new Say SetOption(string key, object value) => (Say)base.SetOption(key, value);

        protected override string GetElementBody() => Message ?? string.Empty;

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "voice", Voice);
            AddAttribute(attributes, "loop", Loop);
            AddAttribute(attributes, "language", Language);
            return attributes;
        }

        public sealed class VoiceEnum : StringEnum
        {
            public VoiceEnum() { }

            private VoiceEnum(string value)
                : base(value) { }

            public static implicit operator VoiceEnum(string value) => new VoiceEnum(value);
        }

        public sealed class LanguageEnum : StringEnum
        {
            public LanguageEnum() { }

            private LanguageEnum(string value)
                : base(value) { }

            public static implicit operator LanguageEnum(string value) => new LanguageEnum(value);
        }
    }
}

using System.Xml.Linq;

namespace Twilio.TwiML.Voice
{
    public class SsmlProsody : TwiML
    {
        public SsmlProsody(string words = null, string volume = null, string rate = null, string pitch = null)
            : base("prosody")
        {
            Words = words;
            Volume = volume;
            Rate = rate;
            Pitch = pitch;
        }

        public string Words { get; set; }

        public string Volume { get; set; }

        public string Rate { get; set; }

        public string Pitch { get; set; }

        public new SsmlProsody Append(TwiML childElem) => (SsmlProsody)base.Append(childElem);

        public new SsmlProsody SetOption(string key, object value) => (SsmlProsody)base.SetOption(key, value);

        protected override string GetElementBody() => Words ?? string.Empty;

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "volume", Volume);
            AddAttribute(attributes, "rate", Rate);
            AddAttribute(attributes, "pitch", Pitch);
            return attributes;
        }
    }
}

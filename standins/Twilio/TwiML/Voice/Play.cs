using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Play : TwiML
    {
        public Play(Uri url = null, int? loop = null, string digits = null)
            : base("Play")
        {
            Url = url;
            Loop = loop;
            Digits = digits;
        }

        public Uri Url { get; set; }

        public int? Loop { get; set; }

        public string Digits { get; set; }

        public new Play Append(TwiML childElem) => (Play)base.Append(childElem);

        public new Play SetOption(string key, object value) => (Play)base.SetOption(key, value);

        protected override string GetElementBody() => Text(Url) ?? string.Empty;

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "loop", Loop);
            AddAttribute(attributes, "digits", Digits);
            return attributes;
        }
    }
}

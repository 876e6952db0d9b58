using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Sip : TwiML
    {
        public Sip(Uri sipUrl = null)
            : base("Sip")
        {
            SipUrl = sipUrl;
        }

        public Uri SipUrl { get; set; }

        public new Sip Append(TwiML childElem) => (Sip)base.Append(childElem);

        public new Sip SetOption(string key, object value) => (Sip)base.SetOption(key, value);

        protected override string GetElementBody() => Text(SipUrl) ?? string.Empty;
    }
}

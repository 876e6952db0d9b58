using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Hangup : TwiML
    {
        public Hangup()
            : base("Hangup") { }

        public new Hangup Append(TwiML childElem) => (Hangup)base.Append(childElem);

        public new Hangup SetOption(string key, object value) => (Hangup)base.SetOption(key, value);
    }
}

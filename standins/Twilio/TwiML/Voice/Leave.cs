using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Leave : TwiML
    {
        public Leave()
            : base("Leave") { }

        public new Leave Append(TwiML childElem) => (Leave)base.Append(childElem);

        public new Leave SetOption(string key, object value) => (Leave)base.SetOption(key, value);
    }
}

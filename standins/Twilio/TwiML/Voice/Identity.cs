using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Identity : TwiML
    {
        public Identity(string clientIdentity = null)
            : base("Identity")
        {
            ClientIdentity = clientIdentity;
        }

        public string ClientIdentity { get; set; }

        public new Identity Append(TwiML childElem) => (Identity)base.Append(childElem);

        public new Identity SetOption(string key, object value) => (Identity)base.SetOption(key, value);

        protected override string GetElementBody() => ClientIdentity ?? string.Empty;
    }
}

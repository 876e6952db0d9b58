using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Client : TwiML
    {
        public Client(string identity = null)
            : base("Client")
        {
            IdentityAttribute = identity;
        }

        public string IdentityAttribute { get; set; }

        public new Client Append(TwiML childElem) => (Client)base.Append(childElem);

        public new Client SetOption(string key, object value) => (Client)base.SetOption(key, value);

        public Client Identity(string clientIdentity = null) => Append(new Identity(clientIdentity));

        public Client Parameter(string name = null, string value = null) => Append(new Parameter(name, value));

        protected override string GetElementBody() => IdentityAttribute ?? string.Empty;
    }
}

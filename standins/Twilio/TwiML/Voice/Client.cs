using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public partial class Client : TwiML
    {
        public Client(
            string identity = null,
            Uri url = null,
            HttpMethod method = null,
            IEnumerable<EventEnum> statusCallbackEvent = null,
            Uri statusCallback = null,
            HttpMethod statusCallbackMethod = null
        )
            : base("Client")
        {
            IdentityAttribute = identity;
            Url = url;
            Method = method;
            StatusCallbackEvent = statusCallbackEvent;
            StatusCallback = statusCallback;
            StatusCallbackMethod = statusCallbackMethod;
        }

        public string IdentityAttribute { get; set; }

        public Uri Url { get; set; }

        public HttpMethod Method { get; set; }

        public IEnumerable<EventEnum> StatusCallbackEvent { get; set; }

        public Uri StatusCallback { get; set; }

        public HttpMethod StatusCallbackMethod { get; set; }

        public new Client Append(TwiML childElem) => (Client)base.Append(childElem);

        public new Client SetOption(string key, object value) => (Client)base.SetOption(key, value);

        public Client Identity(string clientIdentity = null) => Append(new Identity(clientIdentity));

        public Client Parameter(string name = null, string value = null) => Append(new Parameter(name, value));

        protected override string GetElementBody() => IdentityAttribute ?? string.Empty;

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "url", Url);
            AddAttribute(attributes, "method", Method);
            AddAttribute(attributes, "statusCallbackEvent", StatusCallbackEvent == null ? null : string.Join(" ", StatusCallbackEvent));
            AddAttribute(attributes, "statusCallback", StatusCallback);
            AddAttribute(attributes, "statusCallbackMethod", StatusCallbackMethod);
            return attributes;
        }
    }
}

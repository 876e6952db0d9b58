using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Dial : TwiML
    {
        public Dial(
            string number = null,
            Uri action = null,
            HttpMethod method = null,
            int? timeout = null,
            bool? hangupOnStar = null,
            int? timeLimit = null,
            string callerId = null
        )
            : base("Dial")
        {
            NumberAttribute = number;
            Action = action;
            Method = method;
            Timeout = timeout;
            HangupOnStar = hangupOnStar;
            TimeLimit = timeLimit;
            CallerId = callerId;
        }

        public string NumberAttribute { get; set; }

        public Uri Action { get; set; }

        public HttpMethod Method { get; set; }

        public int? Timeout { get; set; }

        public bool? HangupOnStar { get; set; }

        public int? TimeLimit { get; set; }

        public string CallerId { get; set; }

        public new Dial Append(TwiML childElem) => (Dial)base.Append(childElem);

        public new Dial SetOption(string key, object value) => (Dial)base.SetOption(key, value);

        public Dial Number(PhoneNumber phoneNumber = null) => Append(new Number(phoneNumber));

        public Dial Sip(Uri sipUrl = null) => Append(new Sip(sipUrl));

        public Dial Client(string identity = null) => Append(new Client(identity));

        protected override string GetElementBody() => NumberAttribute ?? string.Empty;

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "action", Action);
            AddAttribute(attributes, "method", Method);
            AddAttribute(attributes, "timeout", Timeout);
            AddAttribute(attributes, "hangupOnStar", HangupOnStar);
            AddAttribute(attributes, "timeLimit", TimeLimit);
            AddAttribute(attributes, "callerId", CallerId);
            return attributes;
        }
    }
}

using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Redirect : TwiML
    {
        public Redirect(Uri url = null, HttpMethod method = null)
            : base("Redirect")
        {
            Url = url;
            Method = method;
        }

        public Uri Url { get; set; }

        public HttpMethod Method { get; set; }

        public new Redirect Append(TwiML childElem) => (Redirect)base.Append(childElem);

        public new Redirect SetOption(string key, object value) => (Redirect)base.SetOption(key, value);

        protected override string GetElementBody() => Text(Url) ?? string.Empty;

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "method", Method);
            return attributes;
        }
    }
}

using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Parameter : TwiML
    {
        public Parameter(string name = null, string value = null)
            : base("Parameter")
        {
            Name = name;
            Value = value;
        }

        public string Name { get; set; }

        public string Value { get; set; }

        public new Parameter Append(TwiML childElem) => (Parameter)base.Append(childElem);

        public new Parameter SetOption(string key, object value) => (Parameter)base.SetOption(key, value);

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "name", Name);
            AddAttribute(attributes, "value", Value);
            return attributes;
        }
    }
}

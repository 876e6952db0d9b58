using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Number : TwiML
    {
        public Number(PhoneNumber phoneNumber = null)
            : base("Number")
        {
            PhoneNumber = phoneNumber;
        }

        public PhoneNumber PhoneNumber { get; set; }

        public new Number Append(TwiML childElem) => (Number)base.Append(childElem);

        public new Number SetOption(string key, object value) => (Number)base.SetOption(key, value);

        protected override string GetElementBody() => Text(PhoneNumber) ?? string.Empty;
    }
}

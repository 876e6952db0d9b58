using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Task : TwiML
    {
        public Task(string body = null, int? priority = null, int? timeout = null)
            : base("Task")
        {
            Body = body;
            Priority = priority;
            Timeout = timeout;
        }

        public string Body { get; set; }

        public int? Priority { get; set; }

        public int? Timeout { get; set; }

        public new Task Append(TwiML childElem) => (Task)base.Append(childElem);

        public new Task SetOption(string key, object value) => (Task)base.SetOption(key, value);

        protected override string GetElementBody() => Body ?? string.Empty;

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "priority", Priority);
            AddAttribute(attributes, "timeout", Timeout);
            return attributes;
        }
    }
}

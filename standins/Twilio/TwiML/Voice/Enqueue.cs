using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Enqueue : TwiML
    {
        public Enqueue(
            string name = null,
            Uri action = null,
            int? maxQueueSize = null,
            HttpMethod method = null,
            Uri waitUrl = null,
            HttpMethod waitUrlMethod = null,
            string workflowSid = null
        )
            : base("Enqueue")
        {
            Name = name;
            Action = action;
            MaxQueueSize = maxQueueSize;
            Method = method;
            WaitUrl = waitUrl;
            WaitUrlMethod = waitUrlMethod;
            WorkflowSid = workflowSid;
        }

        public string Name { get; set; }

        public Uri Action { get; set; }

        public int? MaxQueueSize { get; set; }

        public HttpMethod Method { get; set; }

        public Uri WaitUrl { get; set; }

        public HttpMethod WaitUrlMethod { get; set; }

        public string WorkflowSid { get; set; }

        public new Enqueue Append(TwiML childElem) => (Enqueue)base.Append(childElem);

        public new Enqueue SetOption(string key, object value) => (Enqueue)base.SetOption(key, value);

        public Enqueue Task(string body = null, int? priority = null, int? timeout = null) => Append(new Task(body, priority, timeout));

        protected override string GetElementBody() => Name ?? string.Empty;

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "action", Action);
            AddAttribute(attributes, "maxQueueSize", MaxQueueSize);
            AddAttribute(attributes, "method", Method);
            AddAttribute(attributes, "waitUrl", WaitUrl);
            AddAttribute(attributes, "waitUrlMethod", WaitUrlMethod);
            AddAttribute(attributes, "workflowSid", WorkflowSid);
            return attributes;
        }
    }
}

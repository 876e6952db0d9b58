using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public partial class Sip : TwiML
    {
        public Sip(
            Uri sipUrl = null,
            string username = null,
            string password = null,
            Uri url = null,
            HttpMethod method = null,
            IEnumerable<EventEnum> statusCallbackEvent = null,
            Uri statusCallback = null,
            HttpMethod statusCallbackMethod = null,
            string machineDetection = null,
            HttpMethod amdStatusCallbackMethod = null,
            string amdStatusCallback = null,
            int? machineDetectionTimeout = null,
            int? machineDetectionSpeechThreshold = null,
            int? machineDetectionSpeechEndThreshold = null,
            int? machineDetectionSilenceTimeout = null
        )
            : base("Sip")
        {
            SipUrl = sipUrl;
            Username = username;
            Password = password;
            Url = url;
            Method = method;
            StatusCallbackEvent = statusCallbackEvent;
            StatusCallback = statusCallback;
            StatusCallbackMethod = statusCallbackMethod;
            MachineDetection = machineDetection;
            AmdStatusCallbackMethod = amdStatusCallbackMethod;
            AmdStatusCallback = amdStatusCallback;
            MachineDetectionTimeout = machineDetectionTimeout;
            MachineDetectionSpeechThreshold = machineDetectionSpeechThreshold;
            MachineDetectionSpeechEndThreshold = machineDetectionSpeechEndThreshold;
            MachineDetectionSilenceTimeout = machineDetectionSilenceTimeout;
        }

        public Uri SipUrl { get; set; }

        public string Username { get; set; }

        public string Password { get; set; }

        public Uri Url { get; set; }

        public HttpMethod Method { get; set; }

        public IEnumerable<EventEnum> StatusCallbackEvent { get; set; }

        public Uri StatusCallback { get; set; }

        public HttpMethod StatusCallbackMethod { get; set; }

        public string MachineDetection { get; set; }

        public HttpMethod AmdStatusCallbackMethod { get; set; }

        public string AmdStatusCallback { get; set; }

        public int? MachineDetectionTimeout { get; set; }

        public int? MachineDetectionSpeechThreshold { get; set; }

        public int? MachineDetectionSpeechEndThreshold { get; set; }

        public int? MachineDetectionSilenceTimeout { get; set; }

        public new Sip Append(TwiML childElem) => (Sip)base.Append(childElem);

        public new Sip SetOption(string key, object value) => (Sip)base.SetOption(key, value);

        protected override string GetElementBody() => Text(SipUrl) ?? string.Empty;

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "username", Username);
            AddAttribute(attributes, "password", Password);
            AddAttribute(attributes, "url", Url);
            AddAttribute(attributes, "method", Method);
            AddAttribute(attributes, "statusCallbackEvent", StatusCallbackEvent == null ? null : string.Join(" ", StatusCallbackEvent));
            AddAttribute(attributes, "statusCallback", StatusCallback);
            AddAttribute(attributes, "statusCallbackMethod", StatusCallbackMethod);
            AddAttribute(attributes, "machineDetection", MachineDetection);
            AddAttribute(attributes, "amdStatusCallbackMethod", AmdStatusCallbackMethod);
            AddAttribute(attributes, "amdStatusCallback", AmdStatusCallback);
            AddAttribute(attributes, "machineDetectionTimeout", MachineDetectionTimeout);
            AddAttribute(attributes, "machineDetectionSpeechThreshold", MachineDetectionSpeechThreshold);
            AddAttribute(attributes, "machineDetectionSpeechEndThreshold", MachineDetectionSpeechEndThreshold);
            AddAttribute(attributes, "machineDetectionSilenceTimeout", MachineDetectionSilenceTimeout);
            return attributes;
        }
    }
}

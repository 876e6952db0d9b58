using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public partial class Record : TwiML
    {
        public Record(
            Uri action = null,
            HttpMethod method = null,
            int? timeout = null,
            string finishOnKey = null,
            int? maxLength = null,
            bool? playBeep = null,
            TrimEnum trim = null,
            Uri recordingStatusCallback = null,
            HttpMethod recordingStatusCallbackMethod = null,
            IEnumerable<RecordingEventEnum> recordingStatusCallbackEvent = null,
            bool? transcribe = null,
            Uri transcribeCallback = null,
            string recordingConfigurationId = null
        )
            : base("Record")
        {
            Action = action;
            Method = method;
            Timeout = timeout;
            FinishOnKey = finishOnKey;
            MaxLength = maxLength;
            PlayBeep = playBeep;
            Trim = trim;
            RecordingStatusCallback = recordingStatusCallback;
            RecordingStatusCallbackMethod = recordingStatusCallbackMethod;
            RecordingStatusCallbackEvent = recordingStatusCallbackEvent;
            Transcribe = transcribe;
            TranscribeCallback = transcribeCallback;
            RecordingConfigurationId = recordingConfigurationId;
        }

        public Uri Action { get; set; }

        public HttpMethod Method { get; set; }

        public int? Timeout { get; set; }

        public string FinishOnKey { get; set; }

        public int? MaxLength { get; set; }

        public bool? PlayBeep { get; set; }

        public TrimEnum Trim { get; set; }

        public Uri RecordingStatusCallback { get; set; }

        public HttpMethod RecordingStatusCallbackMethod { get; set; }

        public IEnumerable<RecordingEventEnum> RecordingStatusCallbackEvent { get; set; }

        public bool? Transcribe { get; set; }

        public Uri TranscribeCallback { get; set; }

        public string RecordingConfigurationId { get; set; }

        public new Record Append(TwiML childElem) => (Record)base.Append(childElem);

        public new Record SetOption(string key, object value) => (Record)base.SetOption(key, value);

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "action", Action);
            AddAttribute(attributes, "method", Method);
            AddAttribute(attributes, "timeout", Timeout);
            AddAttribute(attributes, "finishOnKey", FinishOnKey);
            AddAttribute(attributes, "maxLength", MaxLength);
            AddAttribute(attributes, "playBeep", PlayBeep);
            AddAttribute(attributes, "trim", Trim);
            AddAttribute(attributes, "recordingStatusCallback", RecordingStatusCallback);
            AddAttribute(attributes, "recordingStatusCallbackMethod", RecordingStatusCallbackMethod);
            AddAttribute(
                attributes,
                "recordingStatusCallbackEvent",
                RecordingStatusCallbackEvent == null ? null : string.Join(" ", RecordingStatusCallbackEvent)
            );
            AddAttribute(attributes, "transcribe", Transcribe);
            AddAttribute(attributes, "transcribeCallback", TranscribeCallback);
            AddAttribute(attributes, "recordingConfigurationId", RecordingConfigurationId);
            return attributes;
        }
    }
}

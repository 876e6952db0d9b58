using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public partial class Dial : TwiML
    {
        public Dial(
            string number = null,
            Uri action = null,
            HttpMethod method = null,
            int? timeout = null,
            bool? hangupOnStar = null,
            int? timeLimit = null,
            string callerId = null,
            RecordEnum record = null,
            TrimEnum trim = null,
            Uri recordingStatusCallback = null,
            string recordingConfigurationId = null,
            HttpMethod recordingStatusCallbackMethod = null,
            IEnumerable<RecordingEventEnum> recordingStatusCallbackEvent = null,
            bool? answerOnBridge = null,
            RingToneEnum ringTone = null,
            RecordingTrackEnum recordingTrack = null,
            bool? sequential = null,
            Uri referUrl = null,
            HttpMethod referMethod = null,
            EventsEnum events = null
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
            Record = record;
            Trim = trim;
            RecordingStatusCallback = recordingStatusCallback;
            RecordingConfigurationId = recordingConfigurationId;
            RecordingStatusCallbackMethod = recordingStatusCallbackMethod;
            RecordingStatusCallbackEvent = recordingStatusCallbackEvent;
            AnswerOnBridge = answerOnBridge;
            RingTone = ringTone;
            RecordingTrack = recordingTrack;
            Sequential = sequential;
            ReferUrl = referUrl;
            ReferMethod = referMethod;
            Events = events;
        }

        public string NumberAttribute { get; set; }

        public Uri Action { get; set; }

        public HttpMethod Method { get; set; }

        public int? Timeout { get; set; }

        public bool? HangupOnStar { get; set; }

        public int? TimeLimit { get; set; }

        public string CallerId { get; set; }

        public RecordEnum Record { get; set; }

        public TrimEnum Trim { get; set; }

        public Uri RecordingStatusCallback { get; set; }

        public string RecordingConfigurationId { get; set; }

        public HttpMethod RecordingStatusCallbackMethod { get; set; }

        public IEnumerable<RecordingEventEnum> RecordingStatusCallbackEvent { get; set; }

        public bool? AnswerOnBridge { get; set; }

        public RingToneEnum RingTone { get; set; }

        public RecordingTrackEnum RecordingTrack { get; set; }

        public bool? Sequential { get; set; }

        public Uri ReferUrl { get; set; }

        public HttpMethod ReferMethod { get; set; }

        public EventsEnum Events { get; set; }

        public new Dial Append(TwiML childElem) => (Dial)base.Append(childElem);

        public new Dial SetOption(string key, object value) => (Dial)base.SetOption(key, value);

        public Dial Number(
            PhoneNumber phoneNumber = null,
            string sendDigits = null,
            Uri url = null,
            HttpMethod method = null,
            IEnumerable<Number.EventEnum> statusCallbackEvent = null,
            Uri statusCallback = null,
            HttpMethod statusCallbackMethod = null,
            string byoc = null,
            string machineDetection = null,
            HttpMethod amdStatusCallbackMethod = null,
            string amdStatusCallback = null,
            int? machineDetectionTimeout = null,
            int? machineDetectionSpeechThreshold = null,
            int? machineDetectionSpeechEndThreshold = null,
            int? machineDetectionSilenceTimeout = null
        ) =>
            Append(
                new Number(
                    phoneNumber,
                    sendDigits,
                    url,
                    method,
                    statusCallbackEvent,
                    statusCallback,
                    statusCallbackMethod,
                    byoc,
                    machineDetection,
                    amdStatusCallbackMethod,
                    amdStatusCallback,
                    machineDetectionTimeout,
                    machineDetectionSpeechThreshold,
                    machineDetectionSpeechEndThreshold,
                    machineDetectionSilenceTimeout
                )
            );

        public Dial Sip(
            Uri sipUrl = null,
            string username = null,
            string password = null,
            Uri url = null,
            HttpMethod method = null,
            IEnumerable<Sip.EventEnum> statusCallbackEvent = null,
            Uri statusCallback = null,
            HttpMethod statusCallbackMethod = null,
            string machineDetection = null,
            HttpMethod amdStatusCallbackMethod = null,
            string amdStatusCallback = null,
            int? machineDetectionTimeout = null,
            int? machineDetectionSpeechThreshold = null,
            int? machineDetectionSpeechEndThreshold = null,
            int? machineDetectionSilenceTimeout = null
        ) =>
            Append(
                new Sip(
                    sipUrl,
                    username,
                    password,
                    url,
                    method,
                    statusCallbackEvent,
                    statusCallback,
                    statusCallbackMethod,
                    machineDetection,
                    amdStatusCallbackMethod,
                    amdStatusCallback,
                    machineDetectionTimeout,
                    machineDetectionSpeechThreshold,
                    machineDetectionSpeechEndThreshold,
                    machineDetectionSilenceTimeout
                )
            );

        public Dial Client(
            string identity = null,
            Uri url = null,
            HttpMethod method = null,
            IEnumerable<Client.EventEnum> statusCallbackEvent = null,
            Uri statusCallback = null,
            HttpMethod statusCallbackMethod = null
        ) => Append(new Client(identity, url, method, statusCallbackEvent, statusCallback, statusCallbackMethod));

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
            AddAttribute(attributes, "record", Record);
            AddAttribute(attributes, "trim", Trim);
            AddAttribute(attributes, "recordingStatusCallback", RecordingStatusCallback);
            AddAttribute(attributes, "recordingConfigurationId", RecordingConfigurationId);
            AddAttribute(attributes, "recordingStatusCallbackMethod", RecordingStatusCallbackMethod);
            AddAttribute(
                attributes,
                "recordingStatusCallbackEvent",
                RecordingStatusCallbackEvent == null ? null : string.Join(" ", RecordingStatusCallbackEvent)
            );
            AddAttribute(attributes, "answerOnBridge", AnswerOnBridge);
            AddAttribute(attributes, "ringTone", RingTone);
            AddAttribute(attributes, "recordingTrack", RecordingTrack);
            AddAttribute(attributes, "sequential", Sequential);
            AddAttribute(attributes, "referUrl", ReferUrl);
            AddAttribute(attributes, "referMethod", ReferMethod);
            AddAttribute(attributes, "events", Events);
            return attributes;
        }
    }
}

using System.Xml.Linq;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class Gather : TwiML
    {
        public Gather(
            IEnumerable<Gather.InputEnum> input = null,
            Uri action = null,
            HttpMethod method = null,
            int? timeout = null,
            string speechTimeout = null,
            int? maxSpeechTime = null,
            bool? profanityFilter = null,
            string finishOnKey = null,
            int? numDigits = null,
            Uri partialResultCallback = null,
            HttpMethod partialResultCallbackMethod = null,
            LanguageEnum language = null,
            string hints = null,
            bool? bargeIn = null,
            bool? debug = null,
            bool? actionOnEmptyResult = null,
            string speechModel = null,
            bool? enhanced = null
        )
            : base("Gather")
        {
            Input = input;
            Action = action;
            Method = method;
            Timeout = timeout;
            SpeechTimeout = speechTimeout;
            MaxSpeechTime = maxSpeechTime;
            ProfanityFilter = profanityFilter;
            FinishOnKey = finishOnKey;
            NumDigits = numDigits;
            PartialResultCallback = partialResultCallback;
            PartialResultCallbackMethod = partialResultCallbackMethod;
            Language = language;
            Hints = hints;
            BargeIn = bargeIn;
            Debug = debug;
            ActionOnEmptyResult = actionOnEmptyResult;
            SpeechModel = speechModel;
            Enhanced = enhanced;
        }

        public IEnumerable<Gather.InputEnum> Input { get; set; }

        public Uri Action { get; set; }

        public HttpMethod Method { get; set; }

        public int? Timeout { get; set; }

        public string SpeechTimeout { get; set; }

        public int? MaxSpeechTime { get; set; }

        public bool? ProfanityFilter { get; set; }

        public string FinishOnKey { get; set; }

        public int? NumDigits { get; set; }

        public Uri PartialResultCallback { get; set; }

        public HttpMethod PartialResultCallbackMethod { get; set; }

        public LanguageEnum Language { get; set; }

        public string Hints { get; set; }

        public bool? BargeIn { get; set; }

        public bool? Debug { get; set; }

        public bool? ActionOnEmptyResult { get; set; }

        public string SpeechModel { get; set; }

        public bool? Enhanced { get; set; }

        public new Gather Append(TwiML childElem) => (Gather)base.Append(childElem);

        public new Gather SetOption(string key, object value) => (Gather)base.SetOption(key, value);

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "input", Input == null ? null : string.Join(" ", Input));
            AddAttribute(attributes, "action", Action);
            AddAttribute(attributes, "method", Method);
            AddAttribute(attributes, "timeout", Timeout);
            AddAttribute(attributes, "speechTimeout", SpeechTimeout);
            AddAttribute(attributes, "maxSpeechTime", MaxSpeechTime);
            AddAttribute(attributes, "profanityFilter", ProfanityFilter);
            AddAttribute(attributes, "finishOnKey", FinishOnKey);
            AddAttribute(attributes, "numDigits", NumDigits);
            AddAttribute(attributes, "partialResultCallback", PartialResultCallback);
            AddAttribute(attributes, "partialResultCallbackMethod", PartialResultCallbackMethod);
            AddAttribute(attributes, "language", Language);
            AddAttribute(attributes, "hints", Hints);
            AddAttribute(attributes, "bargeIn", BargeIn);
            AddAttribute(attributes, "debug", Debug);
            AddAttribute(attributes, "actionOnEmptyResult", ActionOnEmptyResult);
            AddAttribute(attributes, "speechModel", SpeechModel);
            AddAttribute(attributes, "enhanced", Enhanced);
            return attributes;
        }

        public sealed class InputEnum : StringEnum
        {
            public static readonly InputEnum Dtmf = new InputEnum("dtmf");
            public static readonly InputEnum Speech = new InputEnum("speech");

            public InputEnum() { }

            private InputEnum(string value)
                : base(value) { }

            public static implicit operator InputEnum(string value) => new InputEnum(value);
        }

        public sealed class LanguageEnum : StringEnum
        {
            public LanguageEnum() { }

            private LanguageEnum(string value)
                : base(value) { }

            public static implicit operator LanguageEnum(string value) => new LanguageEnum(value);
        }
    }
}

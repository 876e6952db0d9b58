using Newtonsoft.Json;

namespace Twilio.Types
{
    public class PhoneNumberCapabilities
    {
        private PhoneNumberCapabilities() { }

        [JsonProperty("voice")]
        public bool Voice { get; private set; }

        [JsonProperty("sms")]
        public bool Sms { get; private set; }
    }
}

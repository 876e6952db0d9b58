using System.Threading.Tasks;
using Newtonsoft.Json;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account
{
    public partial class IncomingPhoneNumberResource : Resource
    {
        private IncomingPhoneNumberResource() { }

        [JsonProperty("phone_number")]
        public PhoneNumber PhoneNumber { get; private set; }

        [JsonProperty("capabilities")]
        public PhoneNumberCapabilities Capabilities { get; private set; }

        [JsonProperty("friendly_name")]
        public string FriendlyName { get; private set; }

        [JsonProperty("sid")]
        public string Sid { get; private set; }

        [JsonProperty("status_callback")]
        public Uri StatusCallback { get; private set; }

        [JsonProperty("status_callback_method")]
        public HttpMethod StatusCallbackMethod { get; private set; }

        [JsonProperty("trunk_sid")]
        public string TrunkSid { get; private set; }

        [JsonProperty("voice_application_sid")]
        public string VoiceApplicationSid { get; private set; }

        [JsonProperty("voice_fallback_method")]
        public HttpMethod VoiceFallbackMethod { get; private set; }

        [JsonProperty("voice_fallback_url")]
        public Uri VoiceFallbackUrl { get; private set; }

        [JsonProperty("voice_method")]
        public HttpMethod VoiceMethod { get; private set; }

        [JsonProperty("voice_url")]
        public Uri VoiceUrl { get; private set; }

        public static ResourceSet<IncomingPhoneNumberResource> Read(
            ReadIncomingPhoneNumberOptions options,
            ITwilioRestClient client = null
        ) => Exchange.List(client, options.PathAccountSid, "IncomingPhoneNumbers", "incoming_phone_numbers", options.GetParams(), options);

        public static ResourceSet<IncomingPhoneNumberResource> Read(
            string pathAccountSid = null,
            bool? beta = null,
            string friendlyName = null,
            PhoneNumber phoneNumber = null,
            string origin = null,
            long? pageSize = null,
            long? limit = null,
            ITwilioRestClient client = null
        ) =>
            Read(
                new ReadIncomingPhoneNumberOptions()
                {
                    PathAccountSid = pathAccountSid,
                    Beta = beta,
                    FriendlyName = friendlyName,
                    PhoneNumber = phoneNumber,
                    Origin = origin,
                    PageSize = pageSize,
                    Limit = limit,
                },
                client
            );

        public static Task<ResourceSet<IncomingPhoneNumberResource>> ReadAsync(
            ReadIncomingPhoneNumberOptions options,
            ITwilioRestClient client = null
        ) =>
            Exchange.ListAsync(
                client,
                options.PathAccountSid,
                "IncomingPhoneNumbers",
                "incoming_phone_numbers",
                options.GetParams(),
                options
            );

        public static Task<ResourceSet<IncomingPhoneNumberResource>> ReadAsync(
            string pathAccountSid = null,
            bool? beta = null,
            string friendlyName = null,
            PhoneNumber phoneNumber = null,
            string origin = null,
            long? pageSize = null,
            long? limit = null,
            ITwilioRestClient client = null
        ) =>
            ReadAsync(
                new ReadIncomingPhoneNumberOptions()
                {
                    PathAccountSid = pathAccountSid,
                    Beta = beta,
                    FriendlyName = friendlyName,
                    PhoneNumber = phoneNumber,
                    Origin = origin,
                    PageSize = pageSize,
                    Limit = limit,
                },
                client
            );

        public static IncomingPhoneNumberResource Update(UpdateIncomingPhoneNumberOptions options, ITwilioRestClient client = null) =>
            Exchange.Send<IncomingPhoneNumberResource>(
                client,
                options.PathAccountSid,
                $"IncomingPhoneNumbers/{options.PathSid}",
                options.GetParams()
            );

        public static IncomingPhoneNumberResource Update(
            string pathSid,
            string pathAccountSid = null,
            string accountSid = null,
            string apiVersion = null,
            string friendlyName = null,
            string smsApplicationSid = null,
            HttpMethod smsFallbackMethod = null,
            Uri smsFallbackUrl = null,
            HttpMethod smsMethod = null,
            Uri smsUrl = null,
            Uri statusCallback = null,
            HttpMethod statusCallbackMethod = null,
            string voiceApplicationSid = null,
            bool? voiceCallerIdLookup = null,
            HttpMethod voiceFallbackMethod = null,
            Uri voiceFallbackUrl = null,
            HttpMethod voiceMethod = null,
            Uri voiceUrl = null,
            EmergencyStatusEnum emergencyStatus = null,
            string emergencyAddressSid = null,
            string trunkSid = null,
            VoiceReceiveModeEnum voiceReceiveMode = null,
            string identitySid = null,
            string addressSid = null,
            string bundleSid = null,
            ITwilioRestClient client = null
        ) =>
            Update(
                new UpdateIncomingPhoneNumberOptions(pathSid)
                {
                    PathAccountSid = pathAccountSid,
                    AccountSid = accountSid,
                    ApiVersion = apiVersion,
                    FriendlyName = friendlyName,
                    SmsApplicationSid = smsApplicationSid,
                    SmsFallbackMethod = smsFallbackMethod,
                    SmsFallbackUrl = smsFallbackUrl,
                    SmsMethod = smsMethod,
                    SmsUrl = smsUrl,
                    StatusCallback = statusCallback,
                    StatusCallbackMethod = statusCallbackMethod,
                    VoiceApplicationSid = voiceApplicationSid,
                    VoiceCallerIdLookup = voiceCallerIdLookup,
                    VoiceFallbackMethod = voiceFallbackMethod,
                    VoiceFallbackUrl = voiceFallbackUrl,
                    VoiceMethod = voiceMethod,
                    VoiceUrl = voiceUrl,
                    EmergencyStatus = emergencyStatus,
                    EmergencyAddressSid = emergencyAddressSid,
                    TrunkSid = trunkSid,
                    VoiceReceiveMode = voiceReceiveMode,
                    IdentitySid = identitySid,
                    AddressSid = addressSid,
                    BundleSid = bundleSid,
                },
                client
            );

        public static Task<IncomingPhoneNumberResource> UpdateAsync(
            UpdateIncomingPhoneNumberOptions options,
            ITwilioRestClient client = null
        ) =>
            Exchange.SendAsync<IncomingPhoneNumberResource>(
                client,
                options.PathAccountSid,
                $"IncomingPhoneNumbers/{options.PathSid}",
                options.GetParams()
            );
    }
}

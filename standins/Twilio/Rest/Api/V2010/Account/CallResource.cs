using System.Threading.Tasks;
using Newtonsoft.Json;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account
{
    public partial class CallResource : Resource
    {
        private CallResource() { }

        [JsonProperty("duration")]
        public string Duration { get; private set; }

        [JsonProperty("from")]
        public string From { get; private set; }

        [JsonProperty("sid")]
        public string Sid { get; private set; }

        [JsonProperty("status")]
        public StatusEnum Status { get; private set; }

        [JsonProperty("to")]
        public string To { get; private set; }

        public static CallResource Create(CreateCallOptions options, ITwilioRestClient client = null) =>
            Exchange.Send<CallResource>(client, options.PathAccountSid, "Calls", options.GetParams());

        public static CallResource Create(
            IEndpoint to,
            IEndpoint from,
            string pathAccountSid = null,
            Uri url = null,
            Twiml twiml = null,
            string applicationSid = null,
            HttpMethod method = null,
            Uri fallbackUrl = null,
            HttpMethod fallbackMethod = null,
            Uri statusCallback = null,
            List<string> statusCallbackEvent = null,
            HttpMethod statusCallbackMethod = null,
            string sendDigits = null,
            int? timeout = null,
            bool? record = null,
            string recordingChannels = null,
            string recordingStatusCallback = null,
            HttpMethod recordingStatusCallbackMethod = null,
            string recordingConfigurationId = null,
            string sipAuthUsername = null,
            string sipAuthPassword = null,
            string machineDetection = null,
            int? machineDetectionTimeout = null,
            List<string> recordingStatusCallbackEvent = null,
            string trim = null,
            string callerId = null,
            int? machineDetectionSpeechThreshold = null,
            int? machineDetectionSpeechEndThreshold = null,
            int? machineDetectionSilenceTimeout = null,
            string asyncAmd = null,
            Uri asyncAmdStatusCallback = null,
            HttpMethod asyncAmdStatusCallbackMethod = null,
            string byoc = null,
            string callReason = null,
            string callToken = null,
            string recordingTrack = null,
            int? timeLimit = null,
            Uri clientNotificationUrl = null,
            ITwilioRestClient client = null
        ) =>
            Create(
                new CreateCallOptions(to, from)
                {
                    PathAccountSid = pathAccountSid,
                    Url = url,
                    Twiml = twiml,
                    ApplicationSid = applicationSid,
                    Method = method,
                    FallbackUrl = fallbackUrl,
                    FallbackMethod = fallbackMethod,
                    StatusCallback = statusCallback,
                    StatusCallbackEvent = statusCallbackEvent,
                    StatusCallbackMethod = statusCallbackMethod,
                    SendDigits = sendDigits,
                    Timeout = timeout,
                    Record = record,
                    RecordingChannels = recordingChannels,
                    RecordingStatusCallback = recordingStatusCallback,
                    RecordingStatusCallbackMethod = recordingStatusCallbackMethod,
                    RecordingConfigurationId = recordingConfigurationId,
                    SipAuthUsername = sipAuthUsername,
                    SipAuthPassword = sipAuthPassword,
                    MachineDetection = machineDetection,
                    MachineDetectionTimeout = machineDetectionTimeout,
                    RecordingStatusCallbackEvent = recordingStatusCallbackEvent,
                    Trim = trim,
                    CallerId = callerId,
                    MachineDetectionSpeechThreshold = machineDetectionSpeechThreshold,
                    MachineDetectionSpeechEndThreshold = machineDetectionSpeechEndThreshold,
                    MachineDetectionSilenceTimeout = machineDetectionSilenceTimeout,
                    AsyncAmd = asyncAmd,
                    AsyncAmdStatusCallback = asyncAmdStatusCallback,
                    AsyncAmdStatusCallbackMethod = asyncAmdStatusCallbackMethod,
                    Byoc = byoc,
                    CallReason = callReason,
                    CallToken = callToken,
                    RecordingTrack = recordingTrack,
                    TimeLimit = timeLimit,
                    ClientNotificationUrl = clientNotificationUrl,
                },
                client
            );

        public static Task<CallResource> CreateAsync(CreateCallOptions options, ITwilioRestClient client = null) =>
            Exchange.SendAsync<CallResource>(client, options.PathAccountSid, "Calls", options.GetParams());

        public static CallResource Fetch(FetchCallOptions options, ITwilioRestClient client = null) =>
            Exchange.Send<CallResource>(client, options.PathAccountSid, $"Calls/{options.PathSid}");

        public static CallResource Fetch(string pathSid, string pathAccountSid = null, ITwilioRestClient client = null) =>
            Fetch(new FetchCallOptions(pathSid) { PathAccountSid = pathAccountSid }, client);

        public static Task<CallResource> FetchAsync(FetchCallOptions options, ITwilioRestClient client = null) =>
            Exchange.SendAsync<CallResource>(client, options.PathAccountSid, $"Calls/{options.PathSid}");

        public static Task<CallResource> FetchAsync(string pathSid, string pathAccountSid = null, ITwilioRestClient client = null) =>
            FetchAsync(new FetchCallOptions(pathSid) { PathAccountSid = pathAccountSid }, client);

        public static CallResource Update(UpdateCallOptions options, ITwilioRestClient client = null) =>
            Exchange.Send<CallResource>(client, options.PathAccountSid, $"Calls/{options.PathSid}", options.GetParams());

        public static CallResource Update(
            string pathSid,
            string pathAccountSid = null,
            Uri url = null,
            HttpMethod method = null,
            UpdateStatusEnum status = null,
            Uri fallbackUrl = null,
            HttpMethod fallbackMethod = null,
            Uri statusCallback = null,
            HttpMethod statusCallbackMethod = null,
            Twiml twiml = null,
            int? timeLimit = null,
            ITwilioRestClient client = null
        ) =>
            Update(
                new UpdateCallOptions(pathSid)
                {
                    PathAccountSid = pathAccountSid,
                    Url = url,
                    Method = method,
                    Status = status,
                    FallbackUrl = fallbackUrl,
                    FallbackMethod = fallbackMethod,
                    StatusCallback = statusCallback,
                    StatusCallbackMethod = statusCallbackMethod,
                    Twiml = twiml,
                    TimeLimit = timeLimit,
                },
                client
            );

        public static Task<CallResource> UpdateAsync(UpdateCallOptions options, ITwilioRestClient client = null) =>
            Exchange.SendAsync<CallResource>(client, options.PathAccountSid, $"Calls/{options.PathSid}", options.GetParams());

        public static Task<CallResource> UpdateAsync(
            string pathSid,
            string pathAccountSid = null,
            Uri url = null,
            HttpMethod method = null,
            UpdateStatusEnum status = null,
            Uri fallbackUrl = null,
            HttpMethod fallbackMethod = null,
            Uri statusCallback = null,
            HttpMethod statusCallbackMethod = null,
            Twiml twiml = null,
            int? timeLimit = null,
            ITwilioRestClient client = null
        ) =>
            UpdateAsync(
                new UpdateCallOptions(pathSid)
                {
                    PathAccountSid = pathAccountSid,
                    Url = url,
                    Method = method,
                    Status = status,
                    FallbackUrl = fallbackUrl,
                    FallbackMethod = fallbackMethod,
                    StatusCallback = statusCallback,
                    StatusCallbackMethod = statusCallbackMethod,
                    Twiml = twiml,
                    TimeLimit = timeLimit,
                },
                client
            );
    }
}

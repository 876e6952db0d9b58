using Twilio.Base;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account
{
    public class CreateCallOptions : IOptions<CallResource>
    {
        public CreateCallOptions(IEndpoint to, IEndpoint from)
        {
            To = to;
            From = from;
        }

        public string PathAccountSid { get; set; }

        public IEndpoint To { get; }

        public IEndpoint From { get; }

        public HttpMethod Method { get; set; }

        public Uri FallbackUrl { get; set; }

        public HttpMethod FallbackMethod { get; set; }

        public Uri StatusCallback { get; set; }

        public List<string> StatusCallbackEvent { get; set; }

        public HttpMethod StatusCallbackMethod { get; set; }

        public string SendDigits { get; set; }

        public int? Timeout { get; set; }

        public bool? Record { get; set; }

        public string RecordingChannels { get; set; }

        public string RecordingStatusCallback { get; set; }

        public HttpMethod RecordingStatusCallbackMethod { get; set; }

        public string RecordingConfigurationId { get; set; }

        public string SipAuthUsername { get; set; }

        public string SipAuthPassword { get; set; }

        public string MachineDetection { get; set; }

        public int? MachineDetectionTimeout { get; set; }

        public List<string> RecordingStatusCallbackEvent { get; set; }

        public string Trim { get; set; }

        public string CallerId { get; set; }

        public int? MachineDetectionSpeechThreshold { get; set; }

        public int? MachineDetectionSpeechEndThreshold { get; set; }

        public int? MachineDetectionSilenceTimeout { get; set; }

        public string AsyncAmd { get; set; }

        public Uri AsyncAmdStatusCallback { get; set; }

        public HttpMethod AsyncAmdStatusCallbackMethod { get; set; }

        public string Byoc { get; set; }

        public string CallReason { get; set; }

        public string CallToken { get; set; }

        public string RecordingTrack { get; set; }

        public int? TimeLimit { get; set; }

        public Uri ClientNotificationUrl { get; set; }

        public Uri Url { get; set; }

        public Twiml Twiml { get; set; }

        public string ApplicationSid { get; set; }

        internal Parameters GetParams() =>
            new Parameters
            {
                { "To", To },
                { "From", From },
                { "Method", Method },
                { "FallbackUrl", FallbackUrl },
                { "FallbackMethod", FallbackMethod },
                { "StatusCallback", StatusCallback },
                { "StatusCallbackEvent", StatusCallbackEvent },
                { "StatusCallbackMethod", StatusCallbackMethod },
                { "SendDigits", SendDigits },
                { "Timeout", Timeout },
                { "Record", Record },
                { "RecordingChannels", RecordingChannels },
                { "RecordingStatusCallback", RecordingStatusCallback },
                { "RecordingStatusCallbackMethod", RecordingStatusCallbackMethod },
                { "RecordingConfigurationId", RecordingConfigurationId },
                { "SipAuthUsername", SipAuthUsername },
                { "SipAuthPassword", SipAuthPassword },
                { "MachineDetection", MachineDetection },
                { "MachineDetectionTimeout", MachineDetectionTimeout },
                { "RecordingStatusCallbackEvent", RecordingStatusCallbackEvent },
                { "Trim", Trim },
                { "CallerId", CallerId },
                { "MachineDetectionSpeechThreshold", MachineDetectionSpeechThreshold },
                { "MachineDetectionSpeechEndThreshold", MachineDetectionSpeechEndThreshold },
                { "MachineDetectionSilenceTimeout", MachineDetectionSilenceTimeout },
                { "AsyncAmd", AsyncAmd },
                { "AsyncAmdStatusCallback", AsyncAmdStatusCallback },
                { "AsyncAmdStatusCallbackMethod", AsyncAmdStatusCallbackMethod },
                { "Byoc", Byoc },
                { "CallReason", CallReason },
                { "CallToken", CallToken },
                { "RecordingTrack", RecordingTrack },
                { "TimeLimit", TimeLimit },
                { "ClientNotificationUrl", ClientNotificationUrl },
                { "Url", Url },
                { "Twiml", Twiml },
                { "ApplicationSid", ApplicationSid },
            };
    }

    public class FetchCallOptions : IOptions<CallResource>
    {
        public FetchCallOptions(string pathSid)
        {
            PathSid = pathSid;
        }

        public string PathAccountSid { get; set; }

        public string PathSid { get; }
    }

    public class UpdateCallOptions : IOptions<CallResource>
    {
        public UpdateCallOptions(string pathSid)
        {
            PathSid = pathSid;
        }

        public string PathAccountSid { get; set; }

        public string PathSid { get; }

        public Uri Url { get; set; }

        public HttpMethod Method { get; set; }

        public CallResource.UpdateStatusEnum Status { get; set; }

        public Uri FallbackUrl { get; set; }

        public HttpMethod FallbackMethod { get; set; }

        public Uri StatusCallback { get; set; }

        public HttpMethod StatusCallbackMethod { get; set; }

        public Twiml Twiml { get; set; }

        public int? TimeLimit { get; set; }

        internal Parameters GetParams() =>
            new Parameters
            {
                { "Url", Url },
                { "Method", Method },
                { "Status", Status },
                { "FallbackUrl", FallbackUrl },
                { "FallbackMethod", FallbackMethod },
                { "StatusCallback", StatusCallback },
                { "StatusCallbackMethod", StatusCallbackMethod },
                { "Twiml", Twiml },
                { "TimeLimit", TimeLimit },
            };
    }
}

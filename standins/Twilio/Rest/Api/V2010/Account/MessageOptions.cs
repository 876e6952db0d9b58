using Twilio.Base;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account
{
    public class CreateMessageOptions : IOptions<MessageResource>
    {
        public CreateMessageOptions(PhoneNumber to)
        {
            To = to;
        }

        public string PathAccountSid { get; set; }

        public PhoneNumber To { get; }

        public Uri StatusCallback { get; set; }

        public string ApplicationSid { get; set; }

        public decimal? MaxPrice { get; set; }

        public bool? ProvideFeedback { get; set; }

        public int? Attempt { get; set; }

        public int? ValidityPeriod { get; set; }

        public bool? ForceDelivery { get; set; }

        public MessageResource.ContentRetentionEnum ContentRetention { get; set; }

        public MessageResource.AddressRetentionEnum AddressRetention { get; set; }

        public bool? SmartEncoded { get; set; }

        public List<string> PersistentAction { get; set; }

        public MessageResource.TrafficTypeEnum TrafficType { get; set; }

        public bool? ShortenUrls { get; set; }

        public MessageResource.ScheduleTypeEnum ScheduleType { get; set; }

        public DateTime? SendAt { get; set; }

        public bool? SendAsMms { get; set; }

        public string ContentVariables { get; set; }

        public MessageResource.RiskCheckEnum RiskCheck { get; set; }

        public PhoneNumber FallbackFrom { get; set; }

        public PhoneNumber From { get; set; }

        public string MessagingServiceSid { get; set; }

        public string Body { get; set; }

        public List<Uri> MediaUrl { get; set; }

        public string ContentSid { get; set; }

        internal Parameters GetParams() =>
            new Parameters
            {
                { "To", To },
                { "StatusCallback", StatusCallback },
                { "ApplicationSid", ApplicationSid },
                { "MaxPrice", MaxPrice },
                { "ProvideFeedback", ProvideFeedback },
                { "Attempt", Attempt },
                { "ValidityPeriod", ValidityPeriod },
                { "ForceDelivery", ForceDelivery },
                { "ContentRetention", ContentRetention },
                { "AddressRetention", AddressRetention },
                { "SmartEncoded", SmartEncoded },
                { "PersistentAction", PersistentAction },
                { "TrafficType", TrafficType },
                { "ShortenUrls", ShortenUrls },
                { "ScheduleType", ScheduleType },
                { "SendAt", SendAt },
                { "SendAsMms", SendAsMms },
                { "ContentVariables", ContentVariables },
                { "RiskCheck", RiskCheck },
                { "FallbackFrom", FallbackFrom },
                { "From", From },
                { "MessagingServiceSid", MessagingServiceSid },
                { "Body", Body },
                { "MediaUrl", MediaUrl },
                { "ContentSid", ContentSid },
            };
    }

    public class FetchMessageOptions : IOptions<MessageResource>
    {
        public FetchMessageOptions(string pathSid)
        {
            PathSid = pathSid;
        }

        public string PathAccountSid { get; set; }

        public string PathSid { get; }
    }

    public class ReadMessageOptions : ReadOptions<MessageResource>
    {
        public string PathAccountSid { get; set; }

        public PhoneNumber To { get; set; }

        public PhoneNumber From { get; set; }

        public DateTime? DateSent { get; set; }

        public DateTime? DateSentBefore { get; set; }

        public DateTime? DateSentAfter { get; set; }

        internal Parameters GetParams() =>
            new Parameters
            {
                { "To", To },
                { "From", From },
                { "DateSent", DateSent },
                { "DateSent<", DateSent == null ? DateSentBefore : null },
                { "DateSent>", DateSent == null ? DateSentAfter : null },
            };
    }
}

using System.Threading.Tasks;
using Newtonsoft.Json;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account
{
    public partial class MessageResource : Resource
    {
        private MessageResource() { }

        [JsonProperty("from")]
        public PhoneNumber From { get; private set; }

        [JsonProperty("body")]
        public string Body { get; private set; }

        [JsonProperty("date_created")]
        public DateTime? DateCreated { get; private set; }

        [JsonProperty("date_sent")]
        public DateTime? DateSent { get; private set; }

        [JsonProperty("direction")]
        public DirectionEnum Direction { get; private set; }

        [JsonProperty("error_code")]
        public int? ErrorCode { get; private set; }

        [JsonProperty("error_message")]
        public string ErrorMessage { get; private set; }

        [JsonProperty("num_segments")]
        public string NumSegments { get; private set; }

        [JsonProperty("price")]
        public string Price { get; private set; }

        [JsonProperty("sid")]
        public string Sid { get; private set; }

        [JsonProperty("status")]
        public StatusEnum Status { get; private set; }

        [JsonProperty("to")]
        public string To { get; private set; }

        public static MessageResource Create(CreateMessageOptions options, ITwilioRestClient client = null) =>
            Exchange.Send<MessageResource>(client, options.PathAccountSid, "Messages", options.GetParams());

        public static MessageResource Create(
            PhoneNumber to,
            string pathAccountSid = null,
            PhoneNumber from = null,
            string messagingServiceSid = null,
            string body = null,
            List<Uri> mediaUrl = null,
            string contentSid = null,
            Uri statusCallback = null,
            string applicationSid = null,
            decimal? maxPrice = null,
            bool? provideFeedback = null,
            int? attempt = null,
            int? validityPeriod = null,
            bool? forceDelivery = null,
            ContentRetentionEnum contentRetention = null,
            AddressRetentionEnum addressRetention = null,
            bool? smartEncoded = null,
            List<string> persistentAction = null,
            TrafficTypeEnum trafficType = null,
            bool? shortenUrls = null,
            ScheduleTypeEnum scheduleType = null,
            DateTime? sendAt = null,
            bool? sendAsMms = null,
            string contentVariables = null,
            RiskCheckEnum riskCheck = null,
            PhoneNumber fallbackFrom = null,
            ITwilioRestClient client = null
        ) =>
            Create(
                new CreateMessageOptions(to)
                {
                    PathAccountSid = pathAccountSid,
                    From = from,
                    MessagingServiceSid = messagingServiceSid,
                    Body = body,
                    MediaUrl = mediaUrl,
                    ContentSid = contentSid,
                    StatusCallback = statusCallback,
                    ApplicationSid = applicationSid,
                    MaxPrice = maxPrice,
                    ProvideFeedback = provideFeedback,
                    Attempt = attempt,
                    ValidityPeriod = validityPeriod,
                    ForceDelivery = forceDelivery,
                    ContentRetention = contentRetention,
                    AddressRetention = addressRetention,
                    SmartEncoded = smartEncoded,
                    PersistentAction = persistentAction,
                    TrafficType = trafficType,
                    ShortenUrls = shortenUrls,
                    ScheduleType = scheduleType,
                    SendAt = sendAt,
                    SendAsMms = sendAsMms,
                    ContentVariables = contentVariables,
                    RiskCheck = riskCheck,
                    FallbackFrom = fallbackFrom,
                },
                client
            );

        public static Task<MessageResource> CreateAsync(CreateMessageOptions options, ITwilioRestClient client = null) =>
            Exchange.SendAsync<MessageResource>(client, options.PathAccountSid, "Messages", options.GetParams());

        public static Task<MessageResource> CreateAsync(
            PhoneNumber to,
            string pathAccountSid = null,
            PhoneNumber from = null,
            string messagingServiceSid = null,
            string body = null,
            List<Uri> mediaUrl = null,
            string contentSid = null,
            Uri statusCallback = null,
            string applicationSid = null,
            decimal? maxPrice = null,
            bool? provideFeedback = null,
            int? attempt = null,
            int? validityPeriod = null,
            bool? forceDelivery = null,
            ContentRetentionEnum contentRetention = null,
            AddressRetentionEnum addressRetention = null,
            bool? smartEncoded = null,
            List<string> persistentAction = null,
            TrafficTypeEnum trafficType = null,
            bool? shortenUrls = null,
            ScheduleTypeEnum scheduleType = null,
            DateTime? sendAt = null,
            bool? sendAsMms = null,
            string contentVariables = null,
            RiskCheckEnum riskCheck = null,
            PhoneNumber fallbackFrom = null,
            ITwilioRestClient client = null
        ) =>
            CreateAsync(
                new CreateMessageOptions(to)
                {
                    PathAccountSid = pathAccountSid,
                    From = from,
                    MessagingServiceSid = messagingServiceSid,
                    Body = body,
                    MediaUrl = mediaUrl,
                    ContentSid = contentSid,
                    StatusCallback = statusCallback,
                    ApplicationSid = applicationSid,
                    MaxPrice = maxPrice,
                    ProvideFeedback = provideFeedback,
                    Attempt = attempt,
                    ValidityPeriod = validityPeriod,
                    ForceDelivery = forceDelivery,
                    ContentRetention = contentRetention,
                    AddressRetention = addressRetention,
                    SmartEncoded = smartEncoded,
                    PersistentAction = persistentAction,
                    TrafficType = trafficType,
                    ShortenUrls = shortenUrls,
                    ScheduleType = scheduleType,
                    SendAt = sendAt,
                    SendAsMms = sendAsMms,
                    ContentVariables = contentVariables,
                    RiskCheck = riskCheck,
                    FallbackFrom = fallbackFrom,
                },
                client
            );

        public static MessageResource Fetch(FetchMessageOptions options, ITwilioRestClient client = null) =>
            Exchange.Send<MessageResource>(client, options.PathAccountSid, $"Messages/{options.PathSid}");

        public static MessageResource Fetch(string pathSid, string pathAccountSid = null, ITwilioRestClient client = null) =>
            Fetch(new FetchMessageOptions(pathSid) { PathAccountSid = pathAccountSid }, client);

        public static Task<MessageResource> FetchAsync(FetchMessageOptions options, ITwilioRestClient client = null) =>
            Exchange.SendAsync<MessageResource>(client, options.PathAccountSid, $"Messages/{options.PathSid}");

        public static Task<MessageResource> FetchAsync(string pathSid, string pathAccountSid = null, ITwilioRestClient client = null) =>
            FetchAsync(new FetchMessageOptions(pathSid) { PathAccountSid = pathAccountSid }, client);

        public static ResourceSet<MessageResource> Read(ReadMessageOptions options, ITwilioRestClient client = null) =>
            Exchange.List(client, options.PathAccountSid, "Messages", "messages", options.GetParams(), options);

        public static ResourceSet<MessageResource> Read(
            string pathAccountSid = null,
            PhoneNumber to = null,
            PhoneNumber from = null,
            DateTime? dateSentBefore = null,
            DateTime? dateSent = null,
            DateTime? dateSentAfter = null,
            long? pageSize = null,
            long? limit = null,
            ITwilioRestClient client = null
        ) =>
            Read(
                new ReadMessageOptions()
                {
                    PathAccountSid = pathAccountSid,
                    To = to,
                    From = from,
                    DateSentBefore = dateSentBefore,
                    DateSent = dateSent,
                    DateSentAfter = dateSentAfter,
                    PageSize = pageSize,
                    Limit = limit,
                },
                client
            );

        public static Task<ResourceSet<MessageResource>> ReadAsync(ReadMessageOptions options, ITwilioRestClient client = null) =>
            Exchange.ListAsync(client, options.PathAccountSid, "Messages", "messages", options.GetParams(), options);

        public static Task<ResourceSet<MessageResource>> ReadAsync(
            string pathAccountSid = null,
            PhoneNumber to = null,
            PhoneNumber from = null,
            DateTime? dateSentBefore = null,
            DateTime? dateSent = null,
            DateTime? dateSentAfter = null,
            long? pageSize = null,
            long? limit = null,
            ITwilioRestClient client = null
        ) =>
            ReadAsync(
                new ReadMessageOptions()
                {
                    PathAccountSid = pathAccountSid,
                    To = to,
                    From = from,
                    DateSentBefore = dateSentBefore,
                    DateSent = dateSent,
                    DateSentAfter = dateSentAfter,
                    PageSize = pageSize,
                    Limit = limit,
                },
                client
            );
    }
}

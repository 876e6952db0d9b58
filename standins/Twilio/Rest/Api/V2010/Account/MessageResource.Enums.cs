using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account
{
    public partial class MessageResource
    {
        public sealed class StatusEnum : StringEnum
        {
            public static readonly StatusEnum Accepted = new StatusEnum("accepted");
            public static readonly StatusEnum Canceled = new StatusEnum("canceled");
            public static readonly StatusEnum Delivered = new StatusEnum("delivered");
            public static readonly StatusEnum Failed = new StatusEnum("failed");
            public static readonly StatusEnum PartiallyDelivered = new StatusEnum("partially_delivered");
            public static readonly StatusEnum Queued = new StatusEnum("queued");
            public static readonly StatusEnum Read = new StatusEnum("read");
            public static readonly StatusEnum Received = new StatusEnum("received");
            public static readonly StatusEnum Receiving = new StatusEnum("receiving");
            public static readonly StatusEnum Scheduled = new StatusEnum("scheduled");
            public static readonly StatusEnum Sending = new StatusEnum("sending");
            public static readonly StatusEnum Sent = new StatusEnum("sent");
            public static readonly StatusEnum Undelivered = new StatusEnum("undelivered");

            private StatusEnum(string value)
                : base(value) { }

            public static implicit operator StatusEnum(string value) => new StatusEnum(value);
        }

        public sealed class DirectionEnum : StringEnum
        {
            public static readonly DirectionEnum Inbound = new DirectionEnum("inbound");
            public static readonly DirectionEnum OutboundApi = new DirectionEnum("outbound-api");
            public static readonly DirectionEnum OutboundCall = new DirectionEnum("outbound-call");
            public static readonly DirectionEnum OutboundReply = new DirectionEnum("outbound-reply");

            private DirectionEnum(string value)
                : base(value) { }

            public static implicit operator DirectionEnum(string value) => new DirectionEnum(value);
        }

        public sealed class ContentRetentionEnum : StringEnum
        {
            public static readonly ContentRetentionEnum Discard = new ContentRetentionEnum("discard");
            public static readonly ContentRetentionEnum Retain = new ContentRetentionEnum("retain");

            private ContentRetentionEnum(string value)
                : base(value) { }

            public static implicit operator ContentRetentionEnum(string value) => new ContentRetentionEnum(value);
        }

        public sealed class AddressRetentionEnum : StringEnum
        {
            public static readonly AddressRetentionEnum Obfuscate = new AddressRetentionEnum("obfuscate");
            public static readonly AddressRetentionEnum Retain = new AddressRetentionEnum("retain");

            private AddressRetentionEnum(string value)
                : base(value) { }

            public static implicit operator AddressRetentionEnum(string value) => new AddressRetentionEnum(value);
        }

        public sealed class TrafficTypeEnum : StringEnum
        {
            public static readonly TrafficTypeEnum Free = new TrafficTypeEnum("free");

            private TrafficTypeEnum(string value)
                : base(value) { }

            public static implicit operator TrafficTypeEnum(string value) => new TrafficTypeEnum(value);
        }

        public sealed class ScheduleTypeEnum : StringEnum
        {
            public static readonly ScheduleTypeEnum Fixed = new ScheduleTypeEnum("fixed");

            private ScheduleTypeEnum(string value)
                : base(value) { }

            public static implicit operator ScheduleTypeEnum(string value) => new ScheduleTypeEnum(value);
        }

        public sealed class RiskCheckEnum : StringEnum
        {
            public static readonly RiskCheckEnum Disable = new RiskCheckEnum("disable");
            public static readonly RiskCheckEnum Enable = new RiskCheckEnum("enable");

            private RiskCheckEnum(string value)
                : base(value) { }

            public static implicit operator RiskCheckEnum(string value) => new RiskCheckEnum(value);
        }
    }
}

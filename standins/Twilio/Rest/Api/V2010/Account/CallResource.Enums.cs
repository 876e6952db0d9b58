using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account
{
    public partial class CallResource
    {
        public sealed class StatusEnum : StringEnum
        {
            public static readonly StatusEnum Busy = new StatusEnum("busy");
            public static readonly StatusEnum Canceled = new StatusEnum("canceled");
            public static readonly StatusEnum Completed = new StatusEnum("completed");
            public static readonly StatusEnum Failed = new StatusEnum("failed");
            public static readonly StatusEnum InProgress = new StatusEnum("in-progress");
            public static readonly StatusEnum NoAnswer = new StatusEnum("no-answer");
            public static readonly StatusEnum Queued = new StatusEnum("queued");
            public static readonly StatusEnum Ringing = new StatusEnum("ringing");

            private StatusEnum(string value)
                : base(value) { }

            public static implicit operator StatusEnum(string value) => new StatusEnum(value);
        }

        public sealed class UpdateStatusEnum : StringEnum
        {
            public static readonly UpdateStatusEnum Canceled = new UpdateStatusEnum("canceled");
            public static readonly UpdateStatusEnum Completed = new UpdateStatusEnum("completed");

            private UpdateStatusEnum(string value)
                : base(value) { }

            public static implicit operator UpdateStatusEnum(string value) => new UpdateStatusEnum(value);
        }
    }
}

using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public partial class Number
    {
        public sealed class EventEnum : StringEnum
        {
            public static readonly EventEnum Answered = new EventEnum("answered");
            public static readonly EventEnum Completed = new EventEnum("completed");
            public static readonly EventEnum Initiated = new EventEnum("initiated");
            public static readonly EventEnum Ringing = new EventEnum("ringing");

            private EventEnum(string value)
                : base(value) { }

            public static implicit operator EventEnum(string value) => new EventEnum(value);
        }
    }
}

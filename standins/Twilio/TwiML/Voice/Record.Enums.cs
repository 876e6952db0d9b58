using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public partial class Record
    {
        public sealed class TrimEnum : StringEnum
        {
            public static readonly TrimEnum TrimSilence = new TrimEnum("trim-silence");
            public static readonly TrimEnum DoNotTrim = new TrimEnum("do-not-trim");

            public TrimEnum() { }

            private TrimEnum(string value)
                : base(value) { }

            public static implicit operator TrimEnum(string value) => new TrimEnum(value);
        }

        public sealed class RecordingEventEnum : StringEnum
        {
            public static readonly RecordingEventEnum InProgress = new RecordingEventEnum("in-progress");
            public static readonly RecordingEventEnum Completed = new RecordingEventEnum("completed");
            public static readonly RecordingEventEnum Absent = new RecordingEventEnum("absent");

            public RecordingEventEnum() { }

            private RecordingEventEnum(string value)
                : base(value) { }

            public static implicit operator RecordingEventEnum(string value) => new RecordingEventEnum(value);
        }
    }
}

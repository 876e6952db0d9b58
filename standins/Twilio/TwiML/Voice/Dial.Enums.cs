using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public partial class Dial
    {
        public sealed class EventsEnum : StringEnum
        {
            public static readonly EventsEnum CallProgressEvent = new EventsEnum("call-progress-event");

            private EventsEnum(string value)
                : base(value) { }

            public static implicit operator EventsEnum(string value) => new EventsEnum(value);
        }

        public sealed class RecordEnum : StringEnum
        {
            public static readonly RecordEnum DoNotRecord = new RecordEnum("do-not-record");
            public static readonly RecordEnum RecordFromAnswer = new RecordEnum("record-from-answer");
            public static readonly RecordEnum RecordFromAnswerDual = new RecordEnum("record-from-answer-dual");
            public static readonly RecordEnum RecordFromRinging = new RecordEnum("record-from-ringing");
            public static readonly RecordEnum RecordFromRingingDual = new RecordEnum("record-from-ringing-dual");

            private RecordEnum(string value)
                : base(value) { }

            public static implicit operator RecordEnum(string value) => new RecordEnum(value);
        }

        public sealed class RecordingEventEnum : StringEnum
        {
            public static readonly RecordingEventEnum Absent = new RecordingEventEnum("absent");
            public static readonly RecordingEventEnum Completed = new RecordingEventEnum("completed");
            public static readonly RecordingEventEnum InProgress = new RecordingEventEnum("in-progress");

            private RecordingEventEnum(string value)
                : base(value) { }

            public static implicit operator RecordingEventEnum(string value) => new RecordingEventEnum(value);
        }

        public sealed class RecordingTrackEnum : StringEnum
        {
            public static readonly RecordingTrackEnum Both = new RecordingTrackEnum("both");
            public static readonly RecordingTrackEnum Inbound = new RecordingTrackEnum("inbound");
            public static readonly RecordingTrackEnum Outbound = new RecordingTrackEnum("outbound");

            private RecordingTrackEnum(string value)
                : base(value) { }

            public static implicit operator RecordingTrackEnum(string value) => new RecordingTrackEnum(value);
        }

        public sealed class RingToneEnum : StringEnum
        {
            private RingToneEnum(string value)
                : base(value) { }

            public static implicit operator RingToneEnum(string value) => new RingToneEnum(value);
        }

        public sealed class TrimEnum : StringEnum
        {
            public static readonly TrimEnum DoNotTrim = new TrimEnum("do-not-trim");
            public static readonly TrimEnum TrimSilence = new TrimEnum("trim-silence");

            private TrimEnum(string value)
                : base(value) { }

            public static implicit operator TrimEnum(string value) => new TrimEnum(value);
        }
    }
}

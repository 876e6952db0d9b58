using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account
{
    public partial class IncomingPhoneNumberResource
    {
        public sealed class EmergencyStatusEnum : StringEnum
        {
            public static readonly EmergencyStatusEnum Active = new EmergencyStatusEnum("Active");
            public static readonly EmergencyStatusEnum Inactive = new EmergencyStatusEnum("Inactive");

            private EmergencyStatusEnum(string value)
                : base(value) { }

            public static implicit operator EmergencyStatusEnum(string value) => new EmergencyStatusEnum(value);
        }

        public sealed class VoiceReceiveModeEnum : StringEnum
        {
            public static readonly VoiceReceiveModeEnum Fax = new VoiceReceiveModeEnum("fax");
            public static readonly VoiceReceiveModeEnum Voice = new VoiceReceiveModeEnum("voice");

            private VoiceReceiveModeEnum(string value)
                : base(value) { }

            public static implicit operator VoiceReceiveModeEnum(string value) => new VoiceReceiveModeEnum(value);
        }
    }
}

using Twilio.Types;

namespace Twilio.Rest
{
    public sealed class Domain : StringEnum
    {
        public static readonly Domain Api = new Domain("api");

        private Domain(string value)
            : base(value) { }
    }
}

namespace Twilio.Types
{
    public abstract class StringEnum
    {
        private string text;

        protected StringEnum() { }

        protected StringEnum(string value) => text = value;

        public void FromString(string value) => text = value;

        public override string ToString() => text;

        public override int GetHashCode() => text.GetHashCode();

        public override bool Equals(object obj) => obj != null && obj.GetType() == GetType() && ((StringEnum)obj).text == text;

        public static bool operator ==(StringEnum a, StringEnum b) => a is null ? b is null : a.Equals(b);

        public static bool operator !=(StringEnum a, StringEnum b) => !(a == b);
    }
}

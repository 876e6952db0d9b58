using System.Collections.Generic;
using System.Xml.Linq;
using Twilio.Types;

namespace Twilio.TwiML.Voice
{
    public class SsmlBreak : TwiML
    {
        public SsmlBreak(StrengthEnum strength = null, string time = null)
            : base("break")
        {
            Strength = strength;
            Time = time;
        }

        public StrengthEnum Strength { get; set; }

        public string Time { get; set; }

        public new SsmlBreak Append(TwiML childElem) => (SsmlBreak)base.Append(childElem);

        public new SsmlBreak SetOption(string key, object value) => (SsmlBreak)base.SetOption(key, value);

        protected override List<XAttribute> GetElementAttributes()
        {
            var attributes = new List<XAttribute>();
            AddAttribute(attributes, "strength", Strength);
            AddAttribute(attributes, "time", Time);
            return attributes;
        }

        public sealed class StrengthEnum : StringEnum
        {
            public static readonly StrengthEnum None = new StrengthEnum("none");
            public static readonly StrengthEnum XWeak = new StrengthEnum("x-weak");
            public static readonly StrengthEnum Weak = new StrengthEnum("weak");
            public static readonly StrengthEnum Medium = new StrengthEnum("medium");
            public static readonly StrengthEnum Strong = new StrengthEnum("strong");
            public static readonly StrengthEnum XStrong = new StrengthEnum("x-strong");

            private StrengthEnum(string value)
                : base(value) { }

            public static implicit operator StrengthEnum(string value) => new StrengthEnum(value);
        }
    }
}

using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Twilio.TwiML
{
    public class TwiML
    {
        private readonly string tagName;
        private readonly List<TwiML> children = new List<TwiML>();
        private readonly List<KeyValuePair<string, string>> options = new List<KeyValuePair<string, string>>();

        protected TwiML(string tagName) => this.tagName = tagName;

        public virtual TwiML Append(TwiML childElem)
        {
            children.Add(childElem);
            return this;
        }

        public TwiML SetOption(string key, object value)
        {
            options.RemoveAll(option => option.Key == key);
            options.Add(new KeyValuePair<string, string>(key, value.ToString()));
            return this;
        }

        public XDocument ToXDocument() => new XDocument(new XDeclaration("1.0", "utf-8", null), ToXml());

        public string ToString(SaveOptions formattingOptions = SaveOptions.None)
        {
            using var writer = new Utf8Writer();
            ToXDocument().Save(writer, formattingOptions);
            return writer.ToString();
        }

        protected virtual string GetElementBody() => string.Empty;

        protected virtual List<XAttribute> GetElementAttributes() => new List<XAttribute>();

        protected virtual XNode ToXml()
        {
            var element = new XElement(tagName, GetElementBody());
            element.Add(GetElementAttributes());
            options.ForEach(option => element.Add(new XAttribute(Name(option.Key), option.Value)));
            children.ForEach(child => element.Add(child.ToXml()));
            return element;
        }

        /// <summary>The attribute, where it has a value.</summary>
        internal static void AddAttribute(List<XAttribute> attributes, string name, object value)
        {
            if (value != null)
            {
                attributes.Add(new XAttribute(name, Text(value)));
            }
        }

        internal static string Text(object value) =>
            value switch
            {
                bool flag => flag ? "true" : "false",
                Uri uri => uri.OriginalString,
                _ => value?.ToString(),
            };

        private static XName Name(string key) => key.StartsWith("xml:", StringComparison.Ordinal) ? XNamespace.Xml + key.Substring(4) : key;

        private sealed class Utf8Writer : StringWriter
        {
            public override Encoding Encoding => new UTF8Encoding(false);
        }
    }
}

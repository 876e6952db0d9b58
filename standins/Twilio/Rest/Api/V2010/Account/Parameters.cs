using System.Collections;
using System.Globalization;

namespace Twilio.Rest.Api.V2010.Account
{
    /// <summary>Names and values as they go over the wire; what was not given is not sent, a list is sent once per member.</summary>
    internal sealed class Parameters : List<KeyValuePair<string, string>>
    {
        public void Add(string name, object value)
        {
            switch (value)
            {
                case null:
                    break;
                case string text:
                    Add(new KeyValuePair<string, string>(name, text));
                    break;
                case IEnumerable list:
                    foreach (var member in list)
                    {
                        Add(name, member);
                    }

                    break;
                case bool flag:
                    Add(name, flag ? "true" : "false");
                    break;
                case DateTime time:
                    Add(name, time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                    break;
                case IFormattable number when value is not Uri:
                    Add(name, number.ToString(null, CultureInfo.InvariantCulture));
                    break;
                default:
                    Add(name, value.ToString());
                    break;
            }
        }
    }
}

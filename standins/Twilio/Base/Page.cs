using Newtonsoft.Json.Linq;

namespace Twilio.Base
{
    internal sealed class Page<T>
        where T : Resource
    {
        public List<T> Records { get; private set; }

        public int PageSize { get; private set; }

        /// <summary>Path and query of the page behind this one; null on the last.</summary>
        public string Next { get; private set; }

        public static Page<T> FromJson(string key, string json)
        {
            var root = JObject.Parse(json);
            var records = root[key].Children().Select(record => record.ToObject<T>()).ToList();
            return new Page<T>
            {
                Records = records,
                PageSize = root.Value<int?>("page_size") ?? records.Count,
                Next = root.Value<string>("next_page_uri"),
            };
        }
    }
}

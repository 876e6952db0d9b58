using System.Net;
using System.Text;
using Twilio.Constant;
using Twilio.Rest;

namespace Twilio.Http
{
    public class Request
    {
        public Request(HttpMethod method, string url)
        {
            Method = method;
            Uri = new Uri(url);
        }

        public Request(
            HttpMethod method,
            Domain domain,
            string uri,
            string region = null,
            List<KeyValuePair<string, string>> queryParams = null,
            List<KeyValuePair<string, string>> postParams = null,
            string edge = null,
            List<KeyValuePair<string, string>> headerParams = null,
            EnumConstants.ContentTypeEnum contentType = null,
            string body = null
        )
            : this(method, $"https://{domain}.twilio.com{uri}")
        {
            Region = region;
            Edge = edge;
            QueryParams = queryParams ?? QueryParams;
            PostParams = postParams ?? PostParams;
            HeaderParams = headerParams ?? HeaderParams;
            ContentType = contentType;
            Body = body;
        }

        public HttpMethod Method { get; }

        public Uri Uri { get; private set; }

        public string Username { get; set; }

        public string Password { get; set; }

        public string Region { get; set; }

        public string Edge { get; set; }

        public List<KeyValuePair<string, string>> QueryParams { get; } = new List<KeyValuePair<string, string>>();

        public List<KeyValuePair<string, string>> PostParams { get; } = new List<KeyValuePair<string, string>>();

        public List<KeyValuePair<string, string>> HeaderParams { get; } = new List<KeyValuePair<string, string>>();

        public EnumConstants.ContentTypeEnum ContentType { get; set; }

        public string Body { get; set; }

        public void SetAuth(string username, string password)
        {
            Username = username;
            Password = password;
        }

        public Uri ConstructUrl()
        {
            var url = buildUri();
            return QueryParams.Count == 0 ? url : new Uri($"{url.AbsoluteUri}?{Encoded(QueryParams)}");
        }

        /// <summary>The address with the edge and the region in its host: product.edge.region.twilio.com.</summary>
        public Uri buildUri()
        {
            if (Region == null && Edge == null)
            {
                return Uri;
            }

            var product = Uri.Host.Split('.')[0];
            var edge = Edge == null ? "" : Edge + ".";
            return new UriBuilder(Uri) { Host = $"{product}.{edge}{Region ?? "us1"}.twilio.com" }.Uri;
        }

        public byte[] EncodePostParams() => Encoding.UTF8.GetBytes(Encoded(PostParams));

        private static string Encoded(List<KeyValuePair<string, string>> pairs) =>
            string.Join("&", pairs.Select(pair => $"{WebUtility.UrlEncode(pair.Key)}={WebUtility.UrlEncode(pair.Value)}"));
    }
}

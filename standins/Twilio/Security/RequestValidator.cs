using System.Collections.Specialized;
using System.Security.Cryptography;
using System.Text;

namespace Twilio.Security
{
    public class RequestValidator
    {
        private readonly byte[] secret;

        public RequestValidator(string secret) => this.secret = Encoding.UTF8.GetBytes(secret);

        public bool Validate(string url, NameValueCollection parameters, string expected) =>
            Validate(url, parameters.AllKeys.ToDictionary(key => key, key => parameters[key]), expected);

        public bool Validate(string url, IDictionary<string, string> parameters, string expected)
        {
            Demand(url, nameof(url), nameof(url));
            Demand(expected, nameof(expected), nameof(url)); // Blaming the wrong one is the real validator's own.
            return Matches(url, parameters, expected) || Matches(WithOtherPort(url), parameters, expected);
        }

        public bool Validate(string url, string body, string expected)
        {
            Demand(url, nameof(url), nameof(url));
            Demand(expected, nameof(expected), nameof(expected));
            var query = new Uri(url).Query.TrimStart('?');
            var hash = query.Split('&').Select(pair => pair.Split('=')).LastOrDefault(pair => pair[0] == "bodySHA256")?[1];
            return Validate(url, new Dictionary<string, string>(), expected) && ValidateBody(body, hash);
        }

        public static bool ValidateBody(string rawBody, string expected) =>
            SecureEquals(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rawBody))), expected);

        private bool Matches(string url, IDictionary<string, string> parameters, string expected)
        {
            var signed = new StringBuilder(url);
            foreach (var name in (parameters?.Keys ?? Array.Empty<string>()).OrderBy(name => name, StringComparer.Ordinal))
            {
                signed.Append(name).Append(parameters[name]);
            }

#pragma warning disable CA5350 // Twilio signs with SHA-1.
            return SecureEquals(Convert.ToBase64String(HMACSHA1.HashData(secret, Encoding.UTF8.GetBytes(signed.ToString()))), expected);
#pragma warning restore CA5350
        }

        /// <summary>
        /// Without its port where that is not the scheme's own, else with it. The builder writes scheme and host small, so they are put
        /// back as they were given, wherever they stand.
        /// </summary>
        private static string WithOtherPort(string url)
        {
            var uri = new Uri(url);
            var other = new UriBuilder(uri) { Port = uri.IsDefaultPort ? uri.Port : -1 }.ToString();
            var host = url.Substring(url.IndexOf(uri.Host, StringComparison.OrdinalIgnoreCase), uri.Host.Length);
            return other.Replace(uri.Host, host).Replace(uri.Scheme, url.Substring(0, uri.Scheme.Length));
        }

        private static void Demand(string value, string name, string blamed)
        {
            if (string.IsNullOrEmpty(value))
            {
                throw new ArgumentException($"Parameter '{name}' cannot be null or empty.", blamed);
            }
        }

        private static bool SecureEquals(string a, string b) =>
            CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b ?? ""));
    }
}

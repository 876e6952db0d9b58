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
            if (string.IsNullOrEmpty(url))
            {
                throw new ArgumentException("Parameter 'url' cannot be null or empty.");
            }

            if (string.IsNullOrEmpty(expected))
            {
                throw new ArgumentException("Parameter 'expected' cannot be null or empty.");
            }

            return Matches(url, parameters, expected) || Matches(WithOtherPort(url), parameters, expected);
        }

        public bool Validate(string url, string body, string expected)
        {
            var query = new Uri(url).Query.TrimStart('?');
            var hash = query.Split('&').Select(pair => pair.Split('=')).FirstOrDefault(pair => pair[0] == "bodySHA256")?[1];
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

        private static string WithOtherPort(string url)
        {
            var parts = new UriBuilder(url);
            parts.Port = parts.Uri.IsDefaultPort ? (parts.Scheme == "https" ? 443 : 80) : -1;
            return parts.Uri.IsDefaultPort && parts.Port > 0 ? parts.ToString() : parts.Uri.OriginalString;
        }

        private static bool SecureEquals(string a, string b) =>
            CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b ?? ""));
    }
}

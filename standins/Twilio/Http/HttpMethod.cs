namespace Twilio.Http
{
    public class HttpMethod
    {
        public static readonly HttpMethod Get = new HttpMethod("GET");
        public static readonly HttpMethod Post = new HttpMethod("POST");

        private readonly string value;

        public HttpMethod(string method) => value = method.ToUpperInvariant();

        public static implicit operator HttpMethod(string value) => new HttpMethod(value);

        public override string ToString() => value;

        public override bool Equals(object obj) => obj is HttpMethod other && other.value == value;

        public override int GetHashCode() => value.GetHashCode(System.StringComparison.Ordinal);
    }
}

namespace Twilio.Types
{
    public class Client : IEndpoint
    {
        public const string PREFIX = "client:";

        private readonly string client;

        public Client(string client) => this.client = client;

        public override string ToString() => client.StartsWith(PREFIX, StringComparison.Ordinal) ? client : PREFIX + client;
    }
}

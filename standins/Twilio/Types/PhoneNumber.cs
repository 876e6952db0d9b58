namespace Twilio.Types
{
    public class PhoneNumber : IEndpoint
    {
        private readonly string number;

        public PhoneNumber(string number) => this.number = number;

        public static implicit operator PhoneNumber(string number) => new PhoneNumber(number);

        public override string ToString() => number;
    }
}

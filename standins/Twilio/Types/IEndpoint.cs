namespace Twilio.Types
{
    public interface IEndpoint
    {
        string ToString();
    }
}

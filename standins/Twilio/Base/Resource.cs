namespace Twilio.Base
{
    public abstract class Resource { }

    public interface IOptions<T>
        where T : Resource { }

    public abstract class ReadOptions<T> : IOptions<T>
        where T : Resource
    {
        private long? limit;

        public long? PageSize { get; set; }

        public long? Limit
        {
            get => limit;
            set
            {
                limit = value;
                PageSize ??= value;
            }
        }
    }
}

using System.Collections;

namespace Twilio.Base
{
    /// <summary>A limit counts whole pages, as the real one does: the last page is given whole.</summary>
    public class ResourceSet<T> : IEnumerable<T>
        where T : Resource
    {
        private readonly Func<string, Page<T>> follow;
        private readonly Page<T> first;
        private readonly long pages;

        internal ResourceSet(Page<T> first, long? limit, Func<string, Page<T>> follow)
        {
            this.first = first;
            this.follow = follow;
            pages = limit is { } most ? (long)Math.Ceiling((double)most / first.PageSize) : long.MaxValue;
        }

        public bool AutoPaging { get; set; } = true;

        public IEnumerator<T> GetEnumerator()
        {
            var page = first;
            for (var read = 1; ; read++)
            {
                foreach (var record in page.Records)
                {
                    yield return record;
                }

                if (!AutoPaging || read >= pages || page.Next == null)
                {
                    yield break;
                }

                page = follow(page.Next);
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

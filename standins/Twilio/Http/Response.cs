using System.Net;
using System.Net.Http.Headers;

namespace Twilio.Http
{
    public class Response
    {
        public Response(HttpStatusCode statusCode, string content, HttpResponseHeaders headers = null)
        {
            StatusCode = statusCode;
            Content = content;
            Headers = headers;
        }

        public HttpStatusCode StatusCode { get; }

        public string Content { get; }

        public HttpResponseHeaders Headers { get; }
    }
}

using System.Threading.Tasks;
using Newtonsoft.Json;
using Twilio.Exceptions;
using Twilio.Http;

namespace Twilio.Clients
{
    public class TwilioRestClient : ITwilioRestClient
    {
        private readonly string username;
        private readonly string password;

        public TwilioRestClient(
            string username,
            string password,
            string accountSid = null,
            string region = null,
            HttpClient httpClient = null,
            string edge = null
        )
        {
            this.username = username;
            this.password = password;
            AccountSid = accountSid ?? username;
            Region = region;
            HttpClient = httpClient ?? new SystemNetHttpClient();
            Edge = edge;
        }

        public string AccountSid { get; }

        public string Region { get; }

        public string Edge { get; set; }

        public HttpClient HttpClient { get; }

        public Response Request(Request request)
        {
            Prepare(request);
            Response response;
            try
            {
                response = HttpClient.MakeRequest(request);
            }
            catch (Exception exception)
            {
                throw Unreached(request, exception);
            }

            return Accept(response);
        }

        public async Task<Response> RequestAsync(Request request)
        {
            Prepare(request);
            Response response;
            try
            {
                response = await HttpClient.MakeRequestAsync(request).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw Unreached(request, exception);
            }

            return Accept(response);
        }

        private void Prepare(Request request)
        {
            request.SetAuth(username, password);
            request.Region ??= Region;
            request.Edge ??= Edge;
        }

        private static ApiConnectionException Unreached(Request request, Exception exception) =>
            new ApiConnectionException($"Connection Error: {request.Method}{request.ConstructUrl()}", exception);

        private static Response Accept(Response response)
        {
            if (response == null)
            {
                throw new ApiConnectionException("Connection Error: No response received.");
            }

            var status = (int)response.StatusCode;
            if (status is >= 200 and < 400)
            {
                return response;
            }

            var problem = Problem.Of(response.Content);
            throw problem == null
                ? new ApiException($"Api Error: {response.StatusCode} - {response.Content}")
                : new ApiException(
                    problem.Code,
                    status,
                    problem.Message ?? $"Unable to make request, {response.StatusCode}",
                    problem.MoreInfo,
                    problem.Details
                );
        }

        private sealed record Problem(
            int Code,
            string Message,
            [property: JsonProperty("more_info")] string MoreInfo,
            Dictionary<string, object> Details
        )
        {
            public static Problem Of(string body)
            {
                try
                {
                    return JsonConvert.DeserializeObject<Problem>(body);
                }
                catch (JsonReaderException)
                {
                    return null;
                }
            }
        }
    }
}

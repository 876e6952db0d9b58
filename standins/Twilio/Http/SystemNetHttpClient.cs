using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Twilio.Constant;

namespace Twilio.Http
{
    public class SystemNetHttpClient : HttpClient
    {
        private readonly System.Net.Http.HttpClient client;

        public SystemNetHttpClient(System.Net.Http.HttpClient httpClient = null) =>
            client = httpClient ?? new System.Net.Http.HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        public override Response MakeRequest(Request request) => MakeRequestAsync(request).GetAwaiter().GetResult();

        public override async Task<Response> MakeRequestAsync(Request request)
        {
            LastRequest = request;
            LastResponse = null;
            using var message = new HttpRequestMessage(new System.Net.Http.HttpMethod(request.Method.ToString()), request.ConstructUrl());
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Authentication(request.Username, request.Password));
            message.Headers.Accept.ParseAdd("application/json");
            message.Headers.UserAgent.ParseAdd("twilio-csharp");
            if (request.ContentType == EnumConstants.ContentTypeEnum.FORM_URLENCODED)
            {
                message.Content = new FormUrlEncodedContent(request.PostParams);
            }

            using var reply = await client.SendAsync(message).ConfigureAwait(false);
            return LastResponse = new Response(
                reply.StatusCode,
                await reply.Content.ReadAsStringAsync().ConfigureAwait(false),
                reply.Headers
            );
        }
    }
}

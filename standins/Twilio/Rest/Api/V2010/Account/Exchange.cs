using System.Threading.Tasks;
using Newtonsoft.Json;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Constant;
using Twilio.Exceptions;
using Twilio.Http;

namespace Twilio.Rest.Api.V2010.Account
{
    /// <summary>What all resources do alike: ask, and read the answer.</summary>
    internal static class Exchange
    {
        public static T Send<T>(ITwilioRestClient client, string account, string path, Parameters form = null) =>
            Read<T>(Given(client).Request(Request(client, account, path, form)));

        public static async Task<T> SendAsync<T>(ITwilioRestClient client, string account, string path, Parameters form = null) =>
            Read<T>(await Given(client).RequestAsync(Request(client, account, path, form)).ConfigureAwait(false));

        public static ResourceSet<T> List<T>(
            ITwilioRestClient client,
            string account,
            string path,
            string key,
            Parameters query,
            ReadOptions<T> options
        )
            where T : Resource
        {
            var response = Given(client).Request(Listing(client, account, path, query, options));
            return Set(response, client, key, options);
        }

        public static async Task<ResourceSet<T>> ListAsync<T>(
            ITwilioRestClient client,
            string account,
            string path,
            string key,
            Parameters query,
            ReadOptions<T> options
        )
            where T : Resource
        {
            var response = await Given(client).RequestAsync(Listing(client, account, path, query, options)).ConfigureAwait(false);
            return Set(response, client, key, options);
        }

        private static ResourceSet<T> Set<T>(Response response, ITwilioRestClient client, string key, ReadOptions<T> options)
            where T : Resource =>
            new ResourceSet<T>(
                Page<T>.FromJson(key, response.Content),
                options.Limit,
                next => Page<T>.FromJson(key, client.Request(new Request(HttpMethod.Get, Domain.Api, next)).Content)
            );

        private static Request Request(ITwilioRestClient client, string account, string path, Parameters form) =>
            form == null
                ? new Request(HttpMethod.Get, Domain.Api, Path(client, account, path))
                : new Request(
                    HttpMethod.Post,
                    Domain.Api,
                    Path(client, account, path),
                    postParams: form,
                    contentType: EnumConstants.ContentTypeEnum.FORM_URLENCODED
                );

        private static Request Listing<T>(ITwilioRestClient client, string account, string path, Parameters query, ReadOptions<T> options)
            where T : Resource
        {
            query.Add("PageSize", options.PageSize);
            return new Request(HttpMethod.Get, Domain.Api, Path(client, account, path), queryParams: query);
        }

        private static string Path(ITwilioRestClient client, string account, string path) =>
            $"/2010-04-01/Accounts/{account ?? client.AccountSid}/{path}.json";

        private static ITwilioRestClient Given(ITwilioRestClient client) =>
            client
            ?? throw new AuthenticationException("Credentials have not been initialized or changed, please call TwilioClient.init()");

        private static T Read<T>(Response response)
        {
            try
            {
                return JsonConvert.DeserializeObject<T>(response.Content);
            }
            catch (JsonException exception)
            {
                throw new ApiException(exception.Message, exception);
            }
        }
    }
}

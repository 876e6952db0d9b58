using System.Net.Sockets;

namespace Ivr.Web.Messages;

/// <summary>The way to the carrier: one connection for each request, and never the same request twice.</summary>
internal static class CarrierHttp
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    /// <param name="address">Another host than Twilio's, or null.</param>
    public static HttpClient Create(string? address, TimeSpan timeout)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A connection kept from before may be dead without knowing it, and then nobody can tell whether a request left.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = ConnectAsync,
        };
        return string.IsNullOrEmpty(address)
            ? new HttpClient(handler) { Timeout = timeout }
            : new HttpClient(new OtherHost(new Uri(address), handler)) { Timeout = timeout };
    }

    /// <summary>Whether the request cannot have left, because there was no connection for it.</summary>
    public static bool NeverConnected(Exception? cause) =>
        cause switch
        {
            null => false,
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError,
            } => true,
            _ => NeverConnected(cause.InnerException),
        };

    /// <summary>With a time limit of its own, so that a connection that was never made differs from an answer that never came.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectTimeout);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, limit.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class OtherHost(Uri address, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(address, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

namespace Ivr.Tests.Faults;

/// <summary>
/// The way to a program that dies: a webhook waits while nobody is there. One whose answer is lost is sent again, or is told as lost, so that the
/// call goes to the fallback address.
/// </summary>
internal sealed class MortalLine(MortalProgram program) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private int lost;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Nobody is left to call where the fallback address is lost too.
        var isLast = request.RequestUri!.AbsolutePath == "/voice/fallback";
        while (true)
        {
            await program.UntilUpAsync();
            var again = await CopyAsync(request);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException) when (isLast || Interlocked.Increment(ref lost) % 2 == 0)
            {
                request = again;
            }
        }
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync()),
        };
        foreach (var (name, values) in request.Content.Headers)
        {
            copy.Content.Headers.TryAddWithoutValidation(name, values);
        }

        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }
}

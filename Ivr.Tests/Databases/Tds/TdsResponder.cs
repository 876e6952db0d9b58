using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Ivr.Tests.Databases.Tds;

/// <summary>
/// Speaks the protocol of SQL Server on this machine, so far as a client needs it that logs in, runs statements and ends transactions. What it
/// answers is somebody else's to say, and so is what goes wrong.
/// </summary>
internal sealed class TdsResponder : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly Func<ITdsSession> open;
    private readonly Task accepting;

    /// <param name="open">Called for each connection.</param>
    public TdsResponder(Func<ITdsSession> open)
    {
        this.open = open;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>How many connections were made.</summary>
    public int Connections => sessions.Count;

    public string ConnectionString =>
        $"Server=127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port};Database=wallet;User ID=hotline;Password=none;Encrypt=false";

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(sessions);
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                sessions.Add(ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        catch (OperationCanceledException) { }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var closing = client;
        await using var session = open();
        try
        {
            var stream = client.GetStream();
            while (await TdsMessage.ReadAsync(stream, stopping.Token) is { } message && await AnswerAsync(session, message) is { } reply)
            {
                await TdsMessage.AnswerAsync(stream, reply, stopping.Token);
            }
        }
        catch (Exception cause) when (cause is OperationCanceledException or IOException) { }
    }

    /// <returns>Null where the connection is cut.</returns>
    private static async Task<ReadOnlyMemory<byte>?> AnswerAsync(ITdsSession session, TdsMessage message) =>
        message.Kind switch
        {
            TdsMessageKind.PreLogin => TdsReply.PreLogin,
            TdsMessageKind.Login => TdsReply.LoggedIn("wallet").Bytes,
            TdsMessageKind.Attention => TdsReply.Interrupted().Bytes,
            _ => (await session.AnswerAsync(TdsRequest.Read(message)))?.Bytes,
        };
}

/// <summary>One connection's side of the talk.</summary>
internal interface ITdsSession : IAsyncDisposable
{
    /// <returns>Null cuts the connection.</returns>
    Task<TdsReply?> AnswerAsync(TdsRequest request);
}

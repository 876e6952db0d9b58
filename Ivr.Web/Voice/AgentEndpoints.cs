using Microsoft.AspNetCore.Mvc;

namespace Ivr.Web.Voice;

/// <summary>What Twilio calls while a caller waits for a person, when the person answers, and when a message was recorded.</summary>
public static class AgentEndpoints
{
    public static void MapAgents(this RouteGroupBuilder voice)
    {
        voice.MapPost("/turns/{turn:int:min(1)}/wait", WaitAsync);
        voice.MapPost("/turns/{turn:int:min(1)}/queue-key", ChooseAsync);
        voice.MapPost("/whispers/{id:length(32)}", WhisperAsync);
        voice.MapPost("/whispers/{id:length(32)}/key", HearAgentAsync);
        voice.MapPost("/messages", TellAsync);
    }

    private static async Task<IResult> WaitAsync(HttpRequest request, int turn, QueueService queue, CancellationToken cancellationToken) =>
        VoiceEndpoints.Twiml(await queue.WaitAsync(await VoiceEndpoints.ReadAsync(request), turn, cancellationToken));

    private static async Task<IResult> ChooseAsync(
        HttpRequest request,
        int turn,
        QueueService queue,
        CancellationToken cancellationToken
    ) => VoiceEndpoints.Twiml(await queue.ChooseAsync(await VoiceEndpoints.ReadAsync(request), turn, cancellationToken));

    private static async Task<IResult> WhisperAsync(
        HttpRequest request,
        string id,
        WhisperService whispers,
        CancellationToken cancellationToken
    ) => new TwimlResult(await whispers.AskAsync(await VoiceEndpoints.ReadAsync(request), id, cancellationToken));

    private static async Task<IResult> HearAgentAsync(
        HttpRequest request,
        string id,
        WhisperService whispers,
        CancellationToken cancellationToken
    ) => new TwimlResult(await whispers.HearAsync(await VoiceEndpoints.ReadAsync(request), id, cancellationToken));

    private static async Task<IResult> TellAsync(
        HttpRequest request,
        [FromServices] MessageService messages,
        CancellationToken cancellationToken
    )
    {
        await messages.TellAsync(await VoiceEndpoints.ReadAsync(request), cancellationToken);
        return new TwimlResult(TwimlRenderer.Nothing());
    }
}

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

    private static Task<IResult> WaitAsync(HttpRequest request, int turn, WebhookDesk desk) =>
        desk.ReplyAsync<QueueService>(request, (queue, webhook, token) => queue.WaitAsync(webhook, turn, token));

    private static Task<IResult> ChooseAsync(HttpRequest request, int turn, WebhookDesk desk) =>
        desk.ReplyAsync<QueueService>(request, (queue, webhook, token) => queue.ChooseAsync(webhook, turn, token));

    private static Task<IResult> WhisperAsync(HttpRequest request, string id, WebhookDesk desk) =>
        desk.ReplyAsync<WhisperService>(request, async (whispers, webhook, token) => await whispers.AskAsync(webhook, id, token));

    private static Task<IResult> HearAgentAsync(HttpRequest request, string id, WebhookDesk desk) =>
        desk.ReplyAsync<WhisperService>(request, async (whispers, webhook, token) => await whispers.HearAsync(webhook, id, token));

    private static Task<IResult> TellAsync(HttpRequest request, WebhookDesk desk) =>
        desk.ReplyAsync<MessageService>(request, async (messages, webhook, token) => await messages.TellAsync(webhook, token));
}

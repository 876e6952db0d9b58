using Ivr.Web.Messages;
using Microsoft.AspNetCore.Mvc;

namespace Ivr.Web.Voice;

/// <summary>What Twilio calls.</summary>
public static class VoiceEndpoints
{
    /// <summary>No webhook is larger.</summary>
    private const int LargestBody = 128 * 1024;

    public static void MapVoice(this IEndpointRouteBuilder app)
    {
        var voice = app.MapGroup("/voice")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .AddEndpointFilter(WebhookGuard.RefuseUnsigned)
            .AddEndpointFilter(EitherToken.Validate)
            .AddEndpointFilterFactory(WebhookGuard.RefuseForeign)
            .AddEndpointFilter<RouteGroupBuilder, ApologyFilter>();
        voice.WithRequestTimeout(WebhookDesk.Deadline);

        voice.MapPost("/incoming", AnswerAsync);
        voice.MapPost("/turns/{turn:int:min(1)}", TakeTurnAsync);
        voice.MapPost("/turns/{turn:int:min(1)}/outcome/{round:int:range(1,3)}", TellOutcomeAsync);
        voice.MapPost("/fallback", ResumeAsync);
        voice.MapPost("/status", EndAsync);
        voice.MapAgents();
        voice.MapReceipts();
    }

    /// <summary>Who is being served comes before who only begins.</summary>
    private static Task<IResult> AnswerAsync(HttpRequest request, WebhookDesk desk)
    {
        desk.RefuseWhereCrowded();
        return desk.ReplyAsync<TurnService>(request, (turns, webhook, token) => turns.AnswerAsync(webhook, token));
    }

    private static Task<IResult> TakeTurnAsync(HttpRequest request, int turn, WebhookDesk desk) =>
        desk.ReplyAsync<TurnService>(request, (turns, webhook, token) => turns.TakeAsync(webhook, turn, webhook.Input(), token));

    private static Task<IResult> TellOutcomeAsync(HttpRequest request, int turn, WebhookDesk desk) =>
        desk.ReplyAsync<OutcomeService>(request, (outcomes, webhook, token) => outcomes.TellAsync(webhook, turn, token));

    private static Task<IResult> ResumeAsync(HttpRequest request, WebhookDesk desk) =>
        desk.ReplyAsync<TurnService>(request, (turns, webhook, token) => turns.ResumeAsync(webhook, token));

    private static Task<IResult> EndAsync(HttpRequest request, WebhookDesk desk) =>
        desk.ReplyAsync<TurnService>(request, (turns, webhook, token) => turns.EndAsync(webhook, token));

    /// <param name="work">Its TwiML is the answer; null where the webhook speaks of a call that is somebody else's.</param>
    internal static async Task<IResult> ReplyAsync<TService>(
        this WebhookDesk desk,
        HttpRequest request,
        Func<TService, VoiceWebhook, CancellationToken, Task<string?>> work
    )
        where TService : notnull
    {
        var webhook = VoiceWebhook.Read(await request.ReadFormAsync(), request.Query);
        return await desk.RunAsync<TService, string?>((service, token) => work(service, webhook, token)) is { } twiml
            ? new TwimlResult(twiml)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}

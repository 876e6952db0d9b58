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
            .AddEndpointFilter<RouteGroupBuilder, ApologyFilter>()
            .AddEndpointFilter<RouteGroupBuilder, TryAgainFilter>();
        voice.WithRequestTimeout(ApologyFilter.Deadline);

        voice.MapPost("/incoming", AnswerAsync);
        voice.MapPost("/turns/{turn:int:min(1)}", TakeTurnAsync);
        voice.MapPost("/fallback", ResumeAsync);
        voice.MapPost("/status", EndAsync);
        voice.MapAgents();
        voice.MapReceipts();
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, TurnService turns, CancellationToken cancellationToken) =>
        Twiml(await turns.AnswerAsync(await ReadAsync(request), cancellationToken));

    private static async Task<IResult> TakeTurnAsync(HttpRequest request, int turn, TurnService turns, CancellationToken cancellationToken)
    {
        var webhook = await ReadAsync(request);
        return Twiml(await turns.TakeAsync(webhook, turn, webhook.Input(), cancellationToken));
    }

    private static async Task<IResult> ResumeAsync(HttpRequest request, TurnService turns, CancellationToken cancellationToken) =>
        Twiml(await turns.ResumeAsync(await ReadAsync(request), cancellationToken));

    private static async Task<IResult> EndAsync(HttpRequest request, TurnService turns, CancellationToken cancellationToken) =>
        Twiml(await turns.EndAsync(await ReadAsync(request), cancellationToken));

    internal static async Task<VoiceWebhook> ReadAsync(HttpRequest request) =>
        VoiceWebhook.Read(await request.ReadFormAsync(), request.Query);

    /// <param name="twiml">Null where the webhook speaks of a call that is somebody else's.</param>
    internal static IResult Twiml(string? twiml) =>
        twiml is null ? Results.StatusCode(StatusCodes.Status403Forbidden) : new TwimlResult(twiml);
}

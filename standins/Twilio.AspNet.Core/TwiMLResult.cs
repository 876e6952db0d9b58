using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Twilio.TwiML;

namespace Twilio.AspNet.Core;

public class TwiMLResult(Twilio.TwiML.TwiML twiml, SaveOptions formattingOptions) : IResult
{
    public TwiMLResult(Twilio.TwiML.TwiML twiml)
        : this(twiml, SaveOptions.None) { }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/xml";
        return httpContext.Response.WriteAsync(twiml?.ToString(formattingOptions) ?? "<Response></Response>");
    }
}

public static class TwiMLExtensions
{
    public static TwiMLResult ToTwiMLResult(this VoiceResponse voiceResponse) => new(voiceResponse);

    public static TwiMLResult ToTwiMLResult(this VoiceResponse voiceResponse, SaveOptions formattingOptions) =>
        new(voiceResponse, formattingOptions);
}

namespace Ivr.Web.Voice;

/// <summary>TwiML as the answer to a webhook.</summary>
public sealed class TwimlResult(string twiml) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/xml; charset=utf-8";
        // The deadline of the turn may be over: the answer is written all the same.
        return httpContext.Response.WriteAsync(twiml, CancellationToken.None);
    }
}

using Microsoft.Extensions.FileProviders;

namespace Ivr.Web.Hosting;

/// <summary>The recorded prompts that TwiML plays.</summary>
public static class RecordingEndpoints
{
    /// <summary>Recordings change with a deploy; Twilio may keep them for an hour.</summary>
    private const string Cacheable = "public, max-age=3600";

    public static void MapRecordings(this WebApplication app)
    {
        var types = new Microsoft.AspNetCore.StaticFiles.FileExtensionContentTypeProvider(
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [".wav"] = "audio/wav", [".mp3"] = "audio/mpeg" }
        );
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(Path.GetFullPath(HotlineServices.PromptsFolder(app.Services))),
                RequestPath = "/prompts",
                ContentTypeProvider = types,
                OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = Cacheable,
            }
        );
    }
}

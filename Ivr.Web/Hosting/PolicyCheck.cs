using Ivr.Data;
using Ivr.Data.Secrets;
using Ivr.Flows.Flows;

namespace Ivr.Web.Hosting;

/// <summary>Holds <c>Hotline:Policy</c> to what the documents allow: it may be made stricter, never looser, not even in the demo.</summary>
public static class PolicyCheck
{
    /// <summary>A sentence for each setting that is looser than allowed; it names the key.</summary>
    public static IEnumerable<string> Complaints(IConfiguration configuration)
    {
        var policy = configuration.GetSection("Hotline:Policy");
        return
        [
            .. (policy.GetSection("Levels").Get<ActionLevels>() ?? new ActionLevels()).Complaints(),
            .. (policy.GetSection("Verification").Get<VerificationLimits>() ?? new VerificationLimits()).Complaints(),
            .. (policy.GetSection("Retention").Get<RetentionDays>() ?? new RetentionDays()).Complaints(),
            .. (policy.GetSection("Codes").Get<CodeLimits>() ?? new CodeLimits()).Complaints(),
        ];
    }
}

namespace Ivr.Tests.Faults;

/// <summary>A test that sends a signal.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnUnixAttribute : FactAttribute
{
    public OnUnixAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no signals: a service is told to stop by its manager.";
        }
    }
}

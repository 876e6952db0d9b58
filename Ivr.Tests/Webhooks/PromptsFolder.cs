namespace Ivr.Tests.Webhooks;

/// <summary>A copy of the prompts folder to change.</summary>
internal sealed class PromptsFolder : IDisposable
{
    public PromptsFolder()
    {
        var shipped = System.IO.Path.Combine(AppContext.BaseDirectory, "prompts");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("prompts-").FullName;

    public string Setting => $"--Hotline:Prompts={Path}";

    public void Write(string file, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Ivr.Tests.Faults;

/// <summary>A test that needs a disk it can fill.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnASmallDiskAttribute : FactAttribute
{
    public OnASmallDiskAttribute()
    {
        using var disk = SmallDisk.TryMount(megabytes: 1);
        if (disk is null)
        {
            Skip = "A disk cannot be mounted on this machine: mount -t tmpfs needs Linux and its administrator.";
        }
    }
}

/// <summary>A small disk in memory, on machines where a test may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    public static SmallDisk? TryMount(int megabytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("small-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) == 0)
        {
            return new SmallDisk(folder);
        }

        Directory.Delete(folder);
        return null;
    }

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var lot = new byte[64 * 1024]; lot.Length > 0; )
        {
            try
            {
                file.Write(lot);
            }
            catch (IOException)
            {
                lot = new byte[lot.Length / 2];
            }
        }
    }

    public void Clear() => File.Delete(Ballast);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Run("umount", "-l", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static int Run(string program, params string[] words)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardError = true }
            )!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}

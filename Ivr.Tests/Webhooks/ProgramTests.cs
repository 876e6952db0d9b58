using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Ivr.Tests.Webhooks;

/// <summary>The real program as a process, as an operator starts it.</summary>
public sealed partial class ProgramTests : IDisposable
{
    private const string Public = "https://hotline.example.com";

    private readonly string folder = Directory.CreateTempSubdirectory("program-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("--Hotline:Pepper=short", "Hotline:Pepper is missing or short")]
    [InlineData("--Hotline:Pepper=change-this-pepper-before-you-go-live", "Hotline:Pepper is made up")]
    [InlineData("--Hotline:Demo=true", "Hotline:Demo is on in Production")]
    [InlineData("--environment=Development", "ASPNETCORE_ENVIRONMENT is Development")]
    [InlineData("--detailedErrors=true", "detailedErrors shows the insides of errors")]
    [InlineData("--Twilio:AuthToken=", "Twilio:AuthToken is missing")]
    [InlineData("--Twilio:AuthToken=demo-0123456789abcdef", "Twilio:AuthToken is made up")]
    [InlineData("--Twilio:RequestValidation:AllowLocal=true", "Twilio:RequestValidation:AllowLocal lets unsigned requests in")]
    [InlineData("--Twilio:ApiBaseUrl=http://api.example.net", "Twilio:ApiBaseUrl sends the account's token unencrypted")]
    [InlineData("--Hotline:Secrets=./nowhere", "Hotline:Secrets names no directory")]
    [InlineData("--Twilio:RequestValidation:BaseUrlOverride=", "Twilio:RequestValidation:BaseUrlOverride is missing")]
    [InlineData("--Hotline:Prompts=./nowhere", "Hotline:Prompts names no folder")]
    [InlineData("--Hotline:Agents:Number=911", "Hotline:Agents:Number must look like")]
    [InlineData("--Database:Provider=Oracle", "Database:Provider is Oracle")]
    public async Task It_does_not_start_with_a_bad_setting_and_says_why_in_one_line(string setting, string sentence)
    {
        using var program = Start(setting);

        var said = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.Contains(sentence, Assert.Single(said.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_start_with_a_secret_that_anybody_can_read_and_starts_when_only_it_can()
    {
        var secrets = Directory.CreateDirectory(Path.Combine(folder, "secrets")).FullName;
        var file = Path.Combine(secrets, "Hotline__Pepper");
        await File.WriteAllTextAsync(file, "fedcba98765432100123456789abcdef\n");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        using var open = Start($"--Hotline:Secrets={secrets}", "--Hotline:Pepper=");
        var said = await open.StandardError.ReadToEndAsync();
        await open.WaitForExitAsync();
        Assert.Equal(1, open.ExitCode);
        Assert.Contains("can read or write the secret", Assert.Single(said.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("fedcba", said, StringComparison.Ordinal);

        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        using var kept = Start($"--Hotline:Secrets={secrets}", "--Hotline:Pepper=");
        var lines = Channel.CreateUnbounded<string>();
        kept.OutputDataReceived += (_, line) => _ = line.Data is null ? lines.Writer.TryComplete() : lines.Writer.TryWrite(line.Data);
        kept.BeginOutputReadLine();
        Assert.True((await ListensAtAsync(lines.Reader, [])).IsLoopback);
        kept.Kill();
    }

    [Fact]
    public async Task Every_line_of_its_log_is_one_object_whatever_the_fields_bring()
    {
        using var migrated = Start("db", "migrate");
        await migrated.WaitForExitAsync();
        Assert.Equal(0, migrated.ExitCode);

        using var program = Start("--Logging:LogLevel:Default=Trace", "--Logging:Console:LogLevel:Default=Trace");
        var lines = Channel.CreateUnbounded<string>();
        program.OutputDataReceived += (_, line) => _ = line.Data is null ? lines.Writer.TryComplete() : lines.Writer.TryWrite(line.Data);
        program.BeginOutputReadLine();
        List<string> log = [];
        var address = await ListensAtAsync(lines.Reader, log);

        string[] hostile = ["\r\n{\"forged\":true}", "\u001b[2J", "\u2028\u2029\u0085", "\"}{\"", "\\u0000", "<script>", "😀", "'--"];
        foreach (var text in hostile)
        {
            using var twilio = new TwilioSide(address)
            {
                Token = "0123456789abcdef0123456789abcdef",
                PublicUrl = Public,
                CallSid = $"CA{text}",
            };
            (await twilio.SendAsync("/voice/turns/3", ("Digits", "0417"), ("SpeechResult", "canary sings"))).IsTwiml();
            (await twilio.SendAsync("/voice/fallback", ("ErrorCode", $"1{text}"), ("CallerName", text))).IsTwiml();
            (await twilio.SendAsync("/voice/status", ("CallStatus", "completed"), ("CallStatus ", text))).IsTwiml();
        }

        program.Kill();
        await foreach (var line in lines.Reader.ReadAllAsync())
        {
            log.Add(line);
        }

        Assert.All(log, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.Equal(hostile.Length, log.Count(line => JsonDocument.Parse(line).RootElement.GetProperty("EventId").GetInt32() == 7));
        Assert.DoesNotContain(
            log,
            line => line.Contains("canary", StringComparison.Ordinal) || line.Contains("0417", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            log,
            line => line.Contains("0123456789abcdef", StringComparison.Ordinal) || line.Contains("\"Error\"", StringComparison.Ordinal)
        );
    }

    private static async Task<Uri> ListensAtAsync(ChannelReader<string> lines, List<string> log)
    {
        await foreach (var line in lines.ReadAllAsync())
        {
            log.Add(line);
            if (Listening().Match(line) is { Success: true } at)
            {
                return new Uri(at.Value);
            }
        }

        throw new InvalidOperationException($"The program ended:\n{string.Join('\n', log)}");
    }

    private Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Ivr.Web.dll"),
            .. StartupTests.Good,
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--Hotline:DataDirectory={folder}",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
            .. words,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        foreach (
            var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)).ToList()
        )
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial Regex Listening();
}

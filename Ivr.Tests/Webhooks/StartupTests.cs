using Ivr.Tests.Calls;
using Ivr.Web.Commands;
using Ivr.Web.Hosting;

namespace Ivr.Tests.Webhooks;

/// <summary>What keeps the hotline from starting, and the sentence it says then.</summary>
public sealed class StartupTests
{
    public static readonly IReadOnlyList<string> Good =
    [
        "--environment=Production",
        "--Hotline:Demo=false",
        "--Hotline:Pepper=0123456789abcdef0123456789abcdef",
        "--Hotline:ProofSecret=",
        "--Hotline:Agents:Number=+15550199",
        "--Twilio:AuthToken=0123456789abcdef0123456789abcdef",
        "--Twilio:RequestValidation:BaseUrlOverride=https://hotline.example.com",
        "--urls=http://127.0.0.1:0",
    ];

    public static TheoryData<string, string> Refused =>
        new()
        {
            { "--Twilio:AuthToken=", "Twilio:AuthToken is missing" },
            { "--Twilio:AuthToken=demo-token-for-the-telephone-on-this-machine", "Twilio:AuthToken is made up" },
            { "--Twilio:AuthToken=00000000000000000000000000000000", "Twilio:AuthToken is made up" },
            { "--Twilio:RequestValidation:AuthToken=demo-x", "Twilio:AuthToken is made up" },
            { "--Twilio:SecondaryAuthToken=your_auth_token", "Twilio:SecondaryAuthToken is made up" },
            { "--Twilio:ApiBaseUrl=http://api.example.net", "Twilio:ApiBaseUrl sends the account's token unencrypted" },
            { "--Hotline:Demo=true", "Hotline:Demo is on in Production" },
            { "--environment=Development", "ASPNETCORE_ENVIRONMENT is Development" },
            { "--detailedErrors=true", "detailedErrors shows the insides of errors" },
            { "--Hotline:Secrets=./nowhere", "Hotline:Secrets names no directory" },
            { "--Hotline:ProofSecret=0123456789abcdef", "Hotline:ProofSecret is short or made up" },
            { "--Hotline:ProofSecret=change-me-0123456789abcdef0123456789", "Hotline:ProofSecret is short or made up" },
            {
                "--Twilio:RequestValidation:BaseUrlOverride=",
                "Twilio:RequestValidation:BaseUrlOverride is missing, not https, or has a path"
            },
            { "--Twilio:RequestValidation:BaseUrlOverride=hotline.example.com", "BaseUrlOverride is missing, not https, or has a path" },
            {
                "--Twilio:RequestValidation:BaseUrlOverride=http://hotline.example.com",
                "BaseUrlOverride is missing, not https, or has a path"
            },
            { "--Twilio:RequestValidation:AllowLocal=true", "Twilio:RequestValidation:AllowLocal lets unsigned requests in" },
            { "--Hotline:Pepper=", "Hotline:Pepper is missing or short" },
            { "--Hotline:Pepper=0123456789abcdef0123456789abcde", "Hotline:Pepper is missing or short" },
            { "--Hotline:Pepper=demo-pepper-for-made-up-customers-only", "Hotline:Pepper is made up" },
            { "--Hotline:Pepper=abababababababababababababababababab", "Hotline:Pepper is made up" },
            { "--Hotline:Messages:Channel=Demo", "Hotline:Messages:Channel is Demo" },
            { "--Hotline:Agents:Number=", "Hotline:Agents names nobody" },
            { "--Hotline:Agents:CallbackCountries=1", "Hotline:Callbacks:From is missing" },
            { "--Hotline:Agents:CallbackCountries=65, 852", "CallbackCountries promises calls that nobody can place" },
            { "--Hotline:Policy:Verification:PerCall=4", "Hotline:Policy:Verification:PerCall" },
            { "--Hotline:Policy:Verification:BeforePause=6", "Hotline:Policy:Verification:BeforePause" },
            { "--Hotline:Policy:Verification:Pause=00:29:59", "Hotline:Policy:Verification:Pause" },
            { "--Hotline:Policy:Verification:BeforeLock=11", "Hotline:Policy:Verification:BeforeLock" },
            { "--Hotline:Confidence:Accept=0.1", "Hotline:Confidence is Reject 0.2 and Accept 0.1" },
            { "--Hotline:Voices:Mandarin:Model=phone_call", "Hotline:Voices:Mandarin:Model is phone_call" },
        };

    public static TheoryData<string, string> Unusable =>
        new()
        {
            { "--Hotline:Agents:Number=12345", "Hotline:Agents:Number must look like" },
            { "--Hotline:Agents:Workflow=WW1", "Hotline:Agents:Workflow must look like" },
            { $"--Hotline:Agents:Sip=sip:{new string('a', 251)}", "Hotline:Agents:Sip is at most 254 characters" },
            { "--Hotline:Agents:Sip=desk@pbx.example.com", "Hotline:Agents:Sip must look like" },
            { "--Hotline:Agents:Client=desk 1", "Hotline:Agents:Client must look like" },
            { $"--Hotline:Agents:Queue={new string('q', 65)}", "Hotline:Agents:Queue is at most 64" },
            { "--Hotline:Agents:RingSeconds=4", "Hotline:Agents:RingSeconds" },
            { "--Hotline:Agents:TimeLimitSeconds=14401", "Hotline:Agents:TimeLimitSeconds" },
            { "--Hotline:Agents:MaxWaitSeconds=29", "Hotline:Agents:MaxWaitSeconds" },
            { "--Hotline:Callbacks:From=12345", "Hotline:Callbacks:From must look like" },
            { "--Hotline:Callbacks:RingSeconds=61", "Hotline:Callbacks:RingSeconds" },
            { "--Hotline:Callbacks:TimeLimitSeconds=299", "Hotline:Callbacks:TimeLimitSeconds" },
            { "--Hotline:Callbacks:AtOnce=0", "Hotline:Callbacks:AtOnce" },
            { "--Hotline:Agents:RingSeconds=soon", "Hotline:Agents:RingSeconds" },
            { "--Hotline:Demo=perhaps", "Hotline:Demo" },
            { "--Hotline:Languages=fr-FR", "Hotline:Languages names fr-FR" },
            { "--Hotline:Languages=,", "Hotline:Languages names one or two languages" },
            { "--Hotline:Name:en-US=", "Hotline:Name:en-US is missing" },
            { "--Hotline:TimeZone=Mars/Olympus", "Hotline:TimeZone is Mars/Olympus" },
            { "--Hotline:Prompts=./nowhere", "Hotline:Prompts names no folder" },
            { "--Database:Provider=Oracle", "Database:Provider is Oracle" },
        };

    [Fact]
    public void With_all_settings_right_there_is_nothing_to_complain_of() => Assert.Empty(Complaints());

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_setting_that_is_not_safe_is_refused_by_its_name(string setting, string sentence) =>
        Assert.Contains(Complaints(setting), complaint => complaint.Contains(sentence, StringComparison.Ordinal));

    [Fact]
    public void No_complaint_tells_a_secret()
    {
        var complaints = Complaints("--Twilio:AuthToken=demo-Zq81", "--Hotline:Pepper=demo-Zq81");

        Assert.Equal(2, complaints.Count);
        Assert.DoesNotContain(complaints, complaint => complaint.Contains("Zq81", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task A_setting_that_cannot_be_used_is_refused_by_its_name(string setting, string sentence)
    {
        var cause = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(setting));

        Assert.True(ServeCommand.IsRefusal(cause), cause.ToString());
        Assert.Contains(sentence, cause.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string?, string> BrokenFolders =>
        new()
        {
            { "zh-CN/main.json", "{ \"greeting\": ", "main.json cannot be read" },
            { "zh-CN/main.json", "", "main.json cannot be read" },
            { "zh-CN/main.json", "[]", "main.json cannot be read" },
            { "zh-CN/main.json", "{}", "main/anything-else is missing in zh-CN" },
            { "en-US/main.json", null, "main/anything-else is missing in en-US" },
            { "en-US/main.json", "{ \"greeting\": { \"text\": \"Hello\", \"texd\": \"\" } }", "main.json cannot be read" },
            { "en-US/main.json", "{ \"greeting\": { \"again\": \"Hello\" } }", "main.json cannot be read" },
            { "en-US/main.json", "{ \"greeting\": { \"text\": null } }", "main.json cannot be read" },
            { "en-US/main.json", "{ \"greeting\": null }", "is missing in en-US" },
            { "en-US/extra.json", "{ \"more\": { \"text\": \"More\" } }", "extra/more is missing in zh-CN" },
            { "zh-CN/phrases.json", "{ \"yes\": ", "phrases.json cannot be read" },
            { "zh-CN/phrases.json", null, "phrases.json" },
            { "zh-CN", null, "zh-CN is missing" },
        };

    [Theory]
    [MemberData(nameof(BrokenFolders))]
    public async Task A_broken_prompts_folder_is_refused_by_the_name_of_the_file(string file, string? content, string sentence)
    {
        using var prompts = new PromptsFolder();
        var path = Path.Combine(prompts.Path, file);
        if (content is not null)
        {
            await File.WriteAllTextAsync(path, content);
        }
        else if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }

        var cause = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(prompts.Setting));

        Assert.True(ServeCommand.IsRefusal(cause), cause.ToString());
        Assert.Contains(sentence, cause.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Complaints(params string[] settings) =>
        HotlineHost.Complaints(HotlineHost.CreateBuilder([.. Good, $"--contentRoot={AppContext.BaseDirectory}", .. settings]));

    private static async Task StartAsync(string setting)
    {
        await using var hotline = await TestHotline.StartAsync(setting);
    }
}

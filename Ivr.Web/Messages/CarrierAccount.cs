namespace Ivr.Web.Messages;

/// <summary>Who asks Twilio: the section <c>Twilio:Client</c>, with a key or with the account's token.</summary>
public sealed record CarrierAccount(string User, string Password, string Sid, string? Region, string? Edge)
{
    public bool IsComplete => User.Length > 0 && Password.Length > 0 && Sid.Length > 0;

    public static CarrierAccount Read(IConfiguration configuration)
    {
        var client = configuration.GetSection("Twilio:Client");
        var sid = Set(client["AccountSid"]) ?? Set(configuration["Twilio:AccountSid"]) ?? "";
        var token = Set(client["AuthToken"]) ?? Set(configuration["Twilio:AuthToken"]) ?? "";
        var key = Set(client["ApiKeySid"]);
        return new CarrierAccount(
            key ?? sid,
            key is null ? token : client["ApiKeySecret"] ?? "",
            sid,
            Set(client["Region"]),
            Set(client["Edge"])
        );
    }

    private static string? Set(string? setting) => string.IsNullOrEmpty(setting) ? null : setting;
}

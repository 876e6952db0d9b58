namespace Ivr.Data.Connections;

/// <summary>Which database the hotline shares with the wallet.</summary>
public sealed record DatabaseOptions
{
    /// <summary><c>Sqlite</c> or <c>SqlServer</c>: the key <c>Database:Provider</c>. Default Sqlite.</summary>
    public string Provider { get; init; } = "Sqlite";

    /// <summary>The key <c>ConnectionStrings:Wallet</c>. Default <c>Data Source=wallet.db</c>, in the data directory.</summary>
    public string ConnectionString { get; init; } = "Data Source=wallet.db";

    /// <summary>Where relative SQLite files lie: the key <c>Hotline:DataDirectory</c>. Default <c>./data</c>.</summary>
    public string DataDirectory { get; init; } = "./data";
}

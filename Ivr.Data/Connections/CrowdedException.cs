namespace Ivr.Data.Connections;

/// <summary>Nothing was begun: so many wait for the database that it would take too long.</summary>
public sealed class CrowdedException(string message) : TimeoutException(message);

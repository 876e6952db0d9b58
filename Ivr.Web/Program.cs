using Ivr.Web.Commands;

return await HotlineCommands.RunAsync(args);

/// <summary>The program; named so that tests can start it.</summary>
public partial class Program;

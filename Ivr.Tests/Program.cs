using Ivr.Tests.Faults;

// The test platform does not come here; tests that kill a program start this one.
return args is [Victim.Name, .. var words] ? await Victim.RunAsync(words) : 2;

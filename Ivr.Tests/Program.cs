using Ivr.Tests.Faults;

// The test platform does not come here; tests that kill a program start this one, and people who measure.
return args switch
{
    [Victim.Name, .. var words] => await Victim.RunAsync(words),
    [Timing.Name, var pairs] => await Timing.RunAsync(pairs),
    _ => 2,
};

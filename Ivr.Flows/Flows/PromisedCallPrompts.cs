using Ivr.Flows.Prompts;

namespace Ivr.Flows.Flows;

/// <summary>The words of <see cref="PromisedCallFlow"/>.</summary>
public static class PromisedCallPrompts
{
    public static readonly Prompt Opening = new("promised-call/opening");
    public static readonly Prompt WhatNow = new("promised-call/what-now");
    public static readonly Prompt NotNeeded = new("promised-call/not-needed");
    public static readonly Prompt CallsAgain = new("promised-call/calls-again");
    public static readonly Prompt NoFurtherCall = new("promised-call/no-further-call");
}

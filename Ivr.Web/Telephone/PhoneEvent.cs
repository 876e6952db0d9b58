namespace Ivr.Web.Telephone;

/// <summary>Something that happened on the line.</summary>
public abstract record PhoneEvent;

/// <summary>The hotline said something.</summary>
/// <param name="Interruptible">A key cuts it short.</param>
public sealed record Spoken(string Text, string Language, string Voice, bool Interruptible) : PhoneEvent;

/// <summary>The hotline played a recording.</summary>
public sealed record Played(string Url, bool Interruptible) : PhoneEvent;

/// <summary>The caller did something.</summary>
public sealed record CallerDid(string What) : PhoneEvent;

/// <summary>The telephone network did something: a queue, a ringing, an end.</summary>
public sealed record LineDid(string What) : PhoneEvent;

/// <summary>The hotline answered a webhook.</summary>
public sealed record Answered(string Path, string Twiml) : PhoneEvent;

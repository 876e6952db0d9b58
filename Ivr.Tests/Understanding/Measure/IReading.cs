namespace Ivr.Tests.Understanding.Measure;

/// <summary>A way to read what callers say, measured beside others.</summary>
public interface IReading
{
    string Name { get; }

    /// <summary>
    /// The labels that the words may mean where the utterance is asked for: none where nothing was understood, two where the caller would be
    /// asked which.
    /// </summary>
    IReadOnlyList<string> Read(Utterance utterance, string words);
}

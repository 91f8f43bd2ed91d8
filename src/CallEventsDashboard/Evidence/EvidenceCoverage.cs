namespace CallEventsDashboard.Evidence;

/// <summary>The coverage of a session as its page said it.</summary>
/// <param name="State">The contract's word: <c>complete</c>, <c>reading</c>, <c>partial</c>, <c>unreachable</c> or <c>failed</c>.</param>
/// <param name="Label">The same in plain words.</param>
/// <param name="Total">The events that Telnyx counted; null where that was not known.</param>
/// <param name="Range">The range that was asked for, in UTC.</param>
/// <param name="Notes">What was said beside it; at most <see cref="MostNotes"/>.</param>
public sealed record EvidenceCoverage(string State, string Label, int? Total, string Range, IReadOnlyList<string> Notes)
{
    /// <summary>How many notes are read from a file.</summary>
    public const int MostNotes = 20;

    /// <summary>The words that a state can be.</summary>
    public static IReadOnlyList<string> States { get; } = ["complete", "reading", "partial", "unreachable", "failed"];
}

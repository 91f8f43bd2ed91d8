namespace CallEventsDashboard.Evidence;

/// <summary>Why a file is not shown, and which part of it is at fault.</summary>
/// <param name="Part">In the dashboard's own words, never a text of the file: <c>events, number 3</c>. Null where it is the whole file.</param>
/// <param name="Number">The version of its format, or how many events it has; null for other faults.</param>
public sealed record EvidenceFault(EvidenceFaultKind Kind, string? Part = null, long? Number = null);

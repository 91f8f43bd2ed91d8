namespace CallEventsDashboard.Evidence;

/// <summary>What became of a file: either the session that it keeps, or the fault for which it is not shown.</summary>
public sealed record EvidenceReading(SessionEvidence? Evidence, EvidenceFault? Fault);

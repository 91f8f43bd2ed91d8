namespace CallEventsDashboard.Sessions;

/// <summary>Something about the session that a reader should not overlook.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Text">A sentence.</param>
/// <param name="LegId">Empty when it is about no leg.</param>
/// <param name="Evidence">The events that show it; at least one.</param>
public sealed record SessionFlag(SessionFlagKind Kind, string Text, string LegId, IReadOnlyList<Mark> Evidence);

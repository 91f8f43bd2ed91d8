namespace CallEventsDashboard.Sessions;

/// <param name="LegId">The leg.</param>
/// <param name="SetUp">From <c>dial</c> to <c>call.initiated</c>; null for a leg that was not dialled.</param>
/// <param name="Ringing">To the answer or the hang-up; null when the leg was not seen to ring, or its end was not.</param>
/// <param name="Talk">Without hold.</param>
/// <param name="Hold">In all.</param>
public sealed record LegTimings(string LegId, TimeSpan? SetUp, TimeSpan? Ringing, TimeSpan Talk, TimeSpan Hold);

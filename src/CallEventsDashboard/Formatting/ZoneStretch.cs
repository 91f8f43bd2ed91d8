namespace CallEventsDashboard.Formatting;

/// <summary>A stretch of time in which a zone's offset stays the same.</summary>
/// <param name="From">Inclusive; it lasts until the next one.</param>
/// <param name="Offset">To be added to UTC.</param>
/// <param name="Zone">As it stands behind an instant: <c>UTC+05:30</c>.</param>
/// <param name="IsDoubled">Whether the local times of the stretch are there twice, as the clock is put back after it or was before.</param>
public sealed record ZoneStretch(DateTimeOffset From, TimeSpan Offset, string Zone, bool IsDoubled);

using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions;

/// <summary>One record of a session in its list.</summary>
/// <param name="Index">Its place, from 0, by time.</param>
/// <param name="Event">The record.</param>
/// <param name="Mark">The mark that it is, or is an attempt of.</param>
/// <param name="Leg">The letter of its leg; a dash for a record without one.</param>
/// <param name="Offset">From the first event of the session; null for a record without a time.</param>
public sealed record SessionRecord(int Index, CallEvent Event, Mark Mark, string Leg, TimeSpan? Offset);

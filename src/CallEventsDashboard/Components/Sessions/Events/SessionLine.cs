using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.Events;

/// <summary>One row of a session's list.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Row">The record; of a webhook whose attempts are one row, the first of them.</param>
/// <param name="Attempts">Of a webhook that was tried more than once, all its records that are listed, by their numbers; else none.</param>
/// <param name="IsOpen">Whether each of those attempts has a row of its own.</param>
public sealed record SessionLine(int Index, SessionRecord Row, IReadOnlyList<CallEvent> Attempts, bool IsOpen)
{
    /// <summary>Whether the row represents attempts, or is the first of those that have their own.</summary>
    public bool IsGroup => Attempts is [var first, ..] && ReferenceEquals(first, Row.Event);
}

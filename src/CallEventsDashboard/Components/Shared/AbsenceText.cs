using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Shared;

/// <summary>What is missing among a session's events, in words that blame the log only where the session was read whole.</summary>
internal static class AbsenceText
{
    /// <summary>Within a sentence: <c>the log has no hang-up of leg A</c>, or <c>no hang-up of leg A is among the events that were read</c>.</summary>
    /// <param name="subject">That has none; null where it is clear from what stands beside it.</param>
    public static string NoHangup(SessionExtent extent, string? subject = null)
    {
        var hangup = subject is null ? "no hang-up" : $"no hang-up of {subject}";
        return extent is SessionExtent.Whole ? $"the log has {hangup}" : $"{hangup} is among the events that were read";
    }

    /// <summary>Of a leg: <c>not in the log</c>, or <c>not among the events that were read</c>.</summary>
    public static string NotThere(SessionExtent extent) => extent is SessionExtent.Whole ? "not in the log" : "not among the events that were read";
}

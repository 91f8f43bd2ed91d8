namespace CallEventsDashboard.Feeds;

/// <summary>By what sessions are listed.</summary>
public enum SessionOrder
{
    /// <summary>By their start, the newest first.</summary>
    NewestStart,

    /// <summary>By their start, the oldest first; those that began before the list's range, by their first event in it.</summary>
    OldestStart,

    /// <summary>By the first of their events that match, the oldest first: the start of a session that matches later is not read in time.</summary>
    FirstMatch,

    /// <summary>There is one session at most.</summary>
    Single,
}

namespace CallEventsDashboard.Feeds.Live;

/// <summary>How a live list follows its newest events.</summary>
public enum LiveState
{
    /// <summary>New events are listed as they are polled.</summary>
    Following,

    /// <summary>New events are polled and held back, so that nothing moves under the reader's eye.</summary>
    Paused,

    /// <summary>Nothing can be polled now: Telnyx asks to wait, the last poll failed, or the list is still being read.</summary>
    Waiting,

    /// <summary>Telnyx leaves out the time bound of a poll, so that it can't tell new events from old ones.</summary>
    Impossible,
}

namespace CallEventsDashboard.Neighbours;

/// <summary>How a question to a resource beside the log ended.</summary>
public enum NeighbourState
{
    /// <summary>It was answered, if only by an empty list.</summary>
    Answered,

    /// <summary>404 or 409: there is nothing of it, or not yet.</summary>
    NotYet,

    /// <summary>401 or 403: this key may not read it. It is not asked again for an hour.</summary>
    NotPermitted,

    /// <summary>429: Telnyx asks to wait.</summary>
    RateLimited,

    Failed,
}

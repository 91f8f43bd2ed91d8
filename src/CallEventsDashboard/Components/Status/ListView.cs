using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Status;

/// <summary>A list as its coverage line shows it.</summary>
public sealed record ListView
{
    public required FeedStatus Status { get; init; }

    public EventOrder Order { get; init; }

    /// <summary>Whether the list is what a search found.</summary>
    public bool IsSearch { get; init; }

    /// <summary>By what the rows are sorted that are sessions; null where they are events.</summary>
    public SessionOrder? Sessions { get; init; }

    /// <summary>Sessions that were met and have no row yet, as they began before the events that were read.</summary>
    public int EarlierSessions { get; init; }

    /// <summary>The rows that the browser can scroll.</summary>
    public int Capacity { get; init; } = int.MaxValue;

    /// <summary>The late rows that are held back; others were only counted.</summary>
    public IReadOnlyList<CallEvent> LateRows { get; init; } = [];

    /// <summary>Whether the list is being read again at this moment.</summary>
    public bool IsRenewing { get; init; }

    /// <summary>Why the list could not be read again; null when it could.</summary>
    public string? RenewalProblem { get; init; }

    /// <summary>Whether rows wait to be completed until requests are to spare for it.</summary>
    public bool IsCompleting { get; init; }

    /// <summary>Whether events that do not show if they match are left out of the list.</summary>
    public bool HidesUndecided { get; init; }

    public bool AreRequestsOpen { get; init; }
}

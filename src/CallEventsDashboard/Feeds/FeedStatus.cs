using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Live;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Everything that a page says about a list, at one moment.</summary>
public sealed record FeedStatus
{
    public required Coverage Coverage { get; init; }

    /// <summary>The events of the list, or the matches so far in a scan; null while unknown.</summary>
    public int? Total { get; init; }

    /// <summary>The rows to scroll now: the total and, unless they are hidden, those that can't be decided; 0 while the total is unknown.</summary>
    public int RowCount { get; init; }

    /// <summary>Rows that do not show whether they match a filter which Telnyx left out. They are not part of the total.</summary>
    public int CannotTell { get; init; }

    /// <summary>T0: the list shows what had arrived by then, by the service's clock where it sends it.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The range that was wanted, with relative texts resolved; a null end is open.</summary>
    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    /// <summary>Where the service's 24 hours begin; null for a query by leg or session, which reaches further.</summary>
    public DateTimeOffset? Horizon { get; init; }

    /// <summary>By parameter of the link, for each active filter.</summary>
    public IReadOnlyDictionary<string, AppliedBy> AppliedBy { get; init; } = new Dictionary<string, AppliedBy>(StringComparer.Ordinal);

    /// <summary>The names in a link of those among them that Telnyx is not asked for, as they look for several values or exclude some.</summary>
    public IReadOnlyCollection<string> FilteredHere { get; init; } = [];

    /// <summary>Whether Telnyx answers no request that has a time bound, so that the dashboard keeps the range itself.</summary>
    public bool AreBoundsRefused { get; init; }

    /// <summary>Whether Telnyx leaves out the events of the very instant of a bound, so that it is asked one step further.</summary>
    public bool AreBoundsExclusive { get; init; }

    /// <summary>Whether the answers contradicted each other so that the list is read from its beginning.</summary>
    public bool HasBegunAnew { get; init; }

    public FeedFailure? Failure { get; init; }

    /// <summary>The attempt that is waiting to be made after a failed one.</summary>
    public RequestAttempt? Retrying { get; init; }

    /// <summary>Requests answered, refused or failed so far for this list.</summary>
    public int Requests { get; init; }

    public ScanProgress? Scan { get; init; }

    /// <summary>Whether rows are shown whose number is not confirmed yet.</summary>
    public bool IsBeingChecked { get; init; }

    /// <summary>Rows that left the 24-hour window before they were read.</summary>
    public int Expired { get; init; }

    /// <summary>Rows that Telnyx counts, and that were in no answer that should have held them.</summary>
    public int Missing { get; init; }

    /// <summary>Events that came in after their neighbours had their places: those that are held back, and those that the last poll counted and that no answer has shown yet.</summary>
    public int Late { get; init; }

    /// <summary>Events that arrived after T0 at the newest end, as the last poll counted them.</summary>
    public int Newer { get; init; }

    /// <summary>How the list is followed; null where it is not live.</summary>
    public LiveStatus? Live { get; init; }

    /// <summary>Until when Telnyx asked everybody with this key to wait; null when it did not.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>Until when rows that somebody with this key wants wait for the next window of its allowance; null when none do.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The rest of the key's allowance; null until an answer says.</summary>
    public Allowance? Allowance { get; init; }
}

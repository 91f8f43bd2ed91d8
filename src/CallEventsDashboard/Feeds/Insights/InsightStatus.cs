using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>Everything that a page says about the measures of a list, at one moment.</summary>
public sealed record InsightStatus
{
    public required IReadOnlyDictionary<Measure, MeasureCount> Counts { get; init; }

    public InsightActivity Activity { get; init; }

    /// <summary>How many requests counting takes; at most so many where <see cref="IsMost"/>.</summary>
    public int Requests { get; init; }

    public bool IsMost { get; init; }

    /// <summary>When the last number was counted, by the service's clock; null while none was.</summary>
    public DateTimeOffset? CountedAt { get; init; }

    /// <summary>The start of the range that was counted; null where it has none of its own.</summary>
    public DateTimeOffset? CountedFrom { get; init; }

    /// <summary>How many requests were answered for what is going on, and how many that takes.</summary>
    public int Answered { get; init; }

    public int Expected { get; init; }

    /// <summary>All requests of this page, answered or not.</summary>
    public int RequestsMade { get; init; }

    /// <summary>By parameter of the link: who applied a filter of the list.</summary>
    public required IReadOnlyDictionary<string, AppliedBy> AppliedBy { get; init; }

    /// <summary>Null before the hang-ups were counted; likewise <see cref="FailedWebhooksRead"/>.</summary>
    public RowsRead? HangupsRead { get; init; }

    public IReadOnlyList<HangupCount> Hangups { get; init; } = [];

    public RowsRead? FailedWebhooksRead { get; init; }

    public IReadOnlyList<TalliedValue> FailedWebhooks { get; init; } = [];

    /// <summary>Why the last asking ended early; null when it did not.</summary>
    public FeedFailure? Failure { get; init; }

    /// <summary>Until when Telnyx asked to wait; null when nothing has to.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>The rest of the key's allowance; null until an answer says.</summary>
    public Allowance? Allowance { get; init; }

    /// <summary>Whether something is asked, and waits for the next requests of the key.</summary>
    public bool IsWaiting => Activity is not InsightActivity.None && (WaitUntil is not null || Allowance is { IsKept: true });

    /// <summary>What is known of measures that count different events, taken together: exact where each of them is, without those that the list leaves out.</summary>
    public MeasureCount Sum(params IReadOnlyList<Measure> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        var parts = measures.Select(measure => Counts[measure]).Where(part => part.State is not MeasureState.NotInList).ToList();
        return parts.Count == 0 ? new MeasureCount(MeasureState.NotInList)
            : parts.Find(part => part.Count is null) is { } unknown ? new MeasureCount(unknown.State)
            : new MeasureCount(MeasureState.Counted, parts.Sum(part => part.Count), null, parts.Max(part => part.At));
    }
}

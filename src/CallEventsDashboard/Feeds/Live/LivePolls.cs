using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>The polls of a live list: one request for each of its filters.</summary>
internal sealed class LivePolls(LiveScope scope)
{
    // Services that round a bound have rows just below it.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    private IReadOnlyList<LiveSide> _sides = [];

    /// <summary>Whether Telnyx left out the bound of a poll.</summary>
    public bool HasNoBound { get; private set; }

    /// <summary>Whether more arrives than can be polled.</summary>
    public bool IsOutrun => _sides.Any(side => side.IsOutrun);

    /// <summary>Whether the last poll left rows out that the next one has.</summary>
    public bool IsBehind => _sides.Any(side => side.IsBehind);

    /// <summary>Rows that the last poll counted and left out.</summary>
    public int Unread => _sides.Sum(side => side.Unread);

    /// <param name="since">What is older is not polled.</param>
    public void Begin(DateTimeOffset since) => _sides = [.. scope.Filters.Select(filter => new LiveSide(filter, scope.OpenedAt, since))];

    /// <summary>The requests of the next poll: of those that are behind, where any are.</summary>
    /// <param name="rows">The rows that are known.</param>
    /// <param name="now">By the service's clock.</param>
    public IReadOnlyList<PageFetch> Next(LiveRows rows, DateTimeOffset now) =>
        HasNoBound || scope.Writing.AreRefused ? [] : [.. _sides.Where(side => !IsBehind || side.IsBehind).Select(side => side.Next(rows, scope.Limit, scope.Writing, now))];

    /// <summary>Takes in the answer to one of them.</summary>
    /// <returns>Whether its rows can be listed.</returns>
    public bool TryTake(LiveFetch poll, CallEventPage page, LiveRows rows)
    {
        HasNoBound = page.Events.Any(row => row.OccurredAt < poll.From - Rounding);
        return !HasNoBound && _sides.FirstOrDefault(side => side.Filter == poll.Filter)?.TryTake(poll, page, rows.IsKnown) == true;
    }
}

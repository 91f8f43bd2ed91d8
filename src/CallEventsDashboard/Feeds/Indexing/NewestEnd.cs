using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>The upper bound of a list, which is exact once the newest row has its rank: rows that are stamped ahead of the clock are of the list.</summary>
internal sealed class NewestEnd(ListScope scope, RankedRows ranks, ServiceClock clock)
{
    private TimeBound? _bound;

    public TimeBound Bound => _bound ?? scope.First;

    /// <summary>When it was read, where rows may have come in since the first answer; null where none can have, or it is not read.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <param name="isEmpty">Whether the list has no row.</param>
    public void Fix(bool isEmpty)
    {
        if (_bound is not null || !(isEmpty || ranks.Has(0)))
            return;
        _bound = isEmpty || scope.Pin.Includes(ranks.At(0)) ? scope.Pin : new TimeBound(TimeComparison.AtOrBefore, ranks.At(0));
        ReadAt = _bound == scope.Pin ? null : clock.Now;
    }
}

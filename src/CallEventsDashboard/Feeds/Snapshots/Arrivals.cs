namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>The last count of the events that a list has no place for. Guarded by the lock of its snapshot.</summary>
internal sealed class Arrivals
{
    private int _unplaced;
    private int _held;

    /// <summary>Events that arrived at the newest end.</summary>
    public int Newer { get; private set; }

    /// <summary>All that came in late by then, held back or only counted.</summary>
    public int Late => _held + _unplaced - Newer;

    public bool IsKnown(int unplaced, int held) => (unplaced, held) == (_unplaced, _held);

    /// <param name="unplaced">Events that have neither a place nor are held back.</param>
    /// <param name="newer">Those of them that arrived at the newest end.</param>
    /// <param name="held">How many rows are held back as late.</param>
    /// <returns>Whether a page says anything else now.</returns>
    public bool Learn(int unplaced, int newer, int held)
    {
        var known = (Newer, Late);
        (_unplaced, Newer, _held) = (unplaced, newer, held);
        return known != (Newer, Late);
    }

    public void Reset() => Learn(0, 0, 0);

    /// <summary>The list is read from its beginning: what had come in late by then is in its pages like any other row.</summary>
    public void PlaceLate() => (_unplaced, _held) = (Newer, 0);
}

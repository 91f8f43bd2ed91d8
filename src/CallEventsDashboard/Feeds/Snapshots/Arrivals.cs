namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>What the last look-out found that a list has no place for.</summary>
/// <param name="Unplaced">Events that have neither a place nor are held back.</param>
/// <param name="Newer">Those of them that arrived at the newest end.</param>
/// <param name="Held">How many rows were held back as late at that time.</param>
internal readonly record struct Arrivals(int Unplaced, int Newer, int Held)
{
    /// <summary>All that came in late by then, held back or only counted.</summary>
    public int Late => Held + Unplaced - Newer;
}

namespace CallEventsDashboard.Sessions;

/// <summary>The one order of a session's records, whatever order they came in: by time; within one instant as a call goes; then by the fields that distinguish them.</summary>
internal sealed class MarkOrder : IComparer<NamedEvent>
{
    private static readonly string[] Endings = [".ended", ".stopped", ".left", ".dequeued", ".unhold"];
    private static readonly string[] Afterwards = [".saved", ".cost", ".generated"];

    public static MarkOrder Instance { get; } = new();

    public int Compare(NamedEvent x, NamedEvent y)
    {
        var byTime = (x.Event.OccurredAt ?? DateTimeOffset.MaxValue).CompareTo(y.Event.OccurredAt ?? DateTimeOffset.MaxValue);
        if (byTime != 0)
            return byTime;
        var byRank = Rank(x).CompareTo(Rank(y));
        if (byRank != 0)
            return byRank;
        var byKey = string.CompareOrdinal(x.Key, y.Key);
        if (byKey != 0)
            return byKey;
        var byFingerprint = string.CompareOrdinal(x.Event.Fingerprint, y.Event.Fingerprint);
        if (byFingerprint != 0)
            return byFingerprint;
        var byLeg = string.CompareOrdinal(x.Event.LegId, y.Event.LegId);
        return byLeg != 0 ? byLeg : x.Event.Raw.Span.SequenceCompareTo(y.Event.Raw.Span);
    }

    private static int Rank(in NamedEvent named)
    {
        var key = named.Key;
        return key switch
        {
            EventKeys.Initiated => 1,
            EventKeys.Answered => 2,
            EventKeys.HungUp => 5,
            _ when named.Kind == MarkKind.Command => 0,
            _ when EndsWithAny(key, Endings) => 3,
            _ when EndsWithAny(key, Afterwards) => 6,
            _ => 4,
        };
    }

    private static bool EndsWithAny(string key, string[] endings) => Array.Exists(endings, ending => key.EndsWith(ending, StringComparison.Ordinal));
}

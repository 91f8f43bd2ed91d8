namespace CallEventsDashboard.Telnyx;

/// <summary>How a bound compares, named as on the wire.</summary>
public enum TimeComparison
{
    Equal,
    After,
    AtOrAfter,
    Before,
    AtOrBefore,
}

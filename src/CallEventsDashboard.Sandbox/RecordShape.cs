namespace CallEventsDashboard.Sandbox;

/// <summary>How a record is written.</summary>
public enum RecordShape
{
    /// <summary>The published contract: <c>call_leg_id</c>, <c>event_timestamp</c>, <c>metadata.event</c>.</summary>
    Documented,

    /// <summary>The form that code against the live endpoint reads: <c>leg_id</c>, <c>occurred_at</c> with a space, <c>payload</c>.</summary>
    Field,

    /// <summary>Some records in one shape, some in the other.</summary>
    Mixed,
}

using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>Where an event stands that is shown in detail.</summary>
/// <param name="Query">The query of its list, which a filter by a value narrows.</param>
public sealed record EventPlace(CallEventQuery Query)
{
    /// <summary>Its place in the list, from 0.</summary>
    public int? Index { get; init; }

    /// <summary>The absolute link to the event; null while there is none to copy.</summary>
    public string? LinkUri { get; init; }

    /// <summary>The page of the event's session; null where there is none, or this is it.</summary>
    public string? SessionUrl { get; init; }

    /// <summary>The clock of the service that the event is from, by which it leaves the 24-hour window; without one, this machine's.</summary>
    public ServiceClock? Clock { get; init; }
}

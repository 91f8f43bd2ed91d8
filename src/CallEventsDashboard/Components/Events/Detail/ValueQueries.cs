using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>What a list can be made of a value of an event.</summary>
/// <param name="Only">The events that share it.</param>
/// <param name="Without">The list without these; null where the filter excludes as many values as it can.</param>
public sealed record ValueQueries(CallEventQuery Only, CallEventQuery? Without);

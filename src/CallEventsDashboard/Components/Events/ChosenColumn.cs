namespace CallEventsDashboard.Components.Events;

/// <summary>A column that a person chose.</summary>
/// <param name="Name">That of a column of the list, else the path of a field: <c>payload.hangup_cause</c>.</param>
/// <param name="Width">In pixels; null for the column's own.</param>
public sealed record ChosenColumn(string Name, int? Width = null);

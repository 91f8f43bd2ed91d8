namespace CallEventsDashboard.Components.Lists;

/// <summary>The row at the top of what is in view.</summary>
/// <param name="Index">Its place in the list.</param>
/// <param name="Name">What it shows: the fingerprint of its event, or the id of its session; null while it is not read.</param>
/// <param name="Offset">Pixels from the upper edge of the rows in view to the row's: zero, or less when it is cut.</param>
public sealed record ScrollPosition(int Index, string? Name, double Offset);

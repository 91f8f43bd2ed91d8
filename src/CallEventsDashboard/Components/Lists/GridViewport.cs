namespace CallEventsDashboard.Components.Lists;

/// <summary>A browser's view of a list.</summary>
/// <param name="Capacity">How many rows it can scroll.</param>
/// <param name="IsReading">Whether the reader of a live list has scrolled it, selected a text or gone to a row in it.</param>
public sealed record GridViewport(int Capacity, bool IsReading);

using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Events;

/// <summary>The placeholder of a row until it is read: a bar in each of its columns. The same text for every row, so that a jump over many sends it once.</summary>
public static class SkeletonCells
{
    /// <summary>The placeholder rows of a list whose first answer is outstanding.</summary>
    public const int Rows = 24;

    public static MarkupString Event { get; } = Create("time", "name", "type", "delivery", "details", "from", "to", "leg", "session", "connection");

    public static MarkupString Session { get; } = Create("start", "numbers", "direction", "product", "timeline", "duration", "outcome", "legs", "events", "failed");

    private static MarkupString Create(params string[] columns) =>
        new($"<i class=\"{columns[0]}\" role=\"gridcell\" aria-label=\"Loading\"></i>{string.Concat(columns.Skip(1).Select(column => $"<i class=\"{column}\"></i>"))}");
}

using Microsoft.AspNetCore.Components.Rendering;

namespace CallEventsDashboard.Components.Lists;

/// <summary>One column of a grid: all that its head, its cells, their placeholders and the layout need to know of it.</summary>
/// <typeparam name="TRow">The component of a row, which a cell is drawn from. What is called for each cell is static, so that a row allocates nothing for it.</typeparam>
/// <param name="Name">The first class of its cells, for style sheets and tests; no two columns of a grid have the same.</param>
/// <param name="Title">What stands in the head.</param>
/// <param name="Width">Where the page has room.</param>
public sealed record GridColumn<TRow>(string Name, string Title, ColumnWidth Width)
{
    /// <summary>What its head says to who points at it; null for nothing of its own.</summary>
    public string? HeadTitle { get; init; }

    /// <summary>Whether its head names the zone of the times in its cells.</summary>
    public bool ShowsZone { get; init; }

    /// <summary>In <see cref="PageRoom.Narrow"/>; null for the same.</summary>
    public ColumnWidth? NarrowWidth { get; init; }

    /// <summary>From which room on it is shown.</summary>
    public PageRoom From { get; init; }

    /// <summary>Further classes of its head.</summary>
    public string? HeadClass { get; init; }

    /// <summary>Further classes of its cells.</summary>
    public string? Class { get; init; }

    /// <summary>Further classes of a cell that depend on its row.</summary>
    public Func<TRow, string>? ClassOf { get; init; }

    /// <summary>What a cell says to who points at it; null for nothing of its own.</summary>
    public Func<TRow, string?>? Tooltip { get; init; }

    /// <summary>The data attribute of a row, as scripts name it, that has in full what a cell shortens; the browser shows it to who points at the cell.</summary>
    public string? Whole { get; init; }

    /// <summary>What a cell says; null where <see cref="Draw"/> writes it.</summary>
    public Func<TRow, string?>? Text { get; init; }

    /// <summary>Writes what is in a cell that is more than a text.</summary>
    public Action<TRow, RenderTreeBuilder>? Draw { get; init; }

    /// <summary>Whether a cell tells something of other rows near its own, which the grid then has to look up.</summary>
    public bool NeedsNeighbours { get; init; }

    /// <summary>The class by which a style sheet hides it; empty for one that is always shown.</summary>
    internal string RoomClass => From is PageRoom.Narrow ? "" : $" from-{From.ToString().ToLowerInvariant()}";

    internal string CellClass { get; private init; } = "";

    internal GridColumn<TRow> Prepared() => this with { CellClass = $"{Name}{(Class is null ? "" : $" {Class}")}{RoomClass}" };

    internal ColumnWidth WidthIn(PageRoom room) => room is PageRoom.Narrow ? NarrowWidth ?? Width : Width;
}

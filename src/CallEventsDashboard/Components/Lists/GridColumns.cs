using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CallEventsDashboard.Components.Lists;

/// <summary>The columns that a grid shows, in their order. A choice of columns, or another order, is another value of it, made once for all rows.</summary>
public sealed class GridColumns<TRow>
{
    /// <summary>The placeholder rows of a list whose first answer is outstanding.</summary>
    public const int WaitingRows = 24;

    private readonly GridColumn<TRow>[] _columns;

    public GridColumns(params IReadOnlyList<GridColumn<TRow>> columns)
    {
        _columns = [.. columns.Select(column => column.Prepared())];
        Style = string.Concat(Enum.GetValues<PageRoom>().Select(Layout));
        Waiting = new(string.Concat(_columns.Select((column, index) => $"<i class=\"{column.Name}{column.RoomClass}\"{(index == 0 ? " role=\"gridcell\" aria-label=\"Loading\"" : "")}></i>")));
        NeedsNeighbours = _columns.Any(column => column.NeedsNeighbours);
    }

    public IReadOnlyList<GridColumn<TRow>> Shown => _columns;

    /// <summary>The style of the grid: for each room the template of its columns, and the least width that they need.</summary>
    public string Style { get; }

    /// <summary>The placeholder of a row until it is read: a bar in each column. The same text for every row, so that a jump over many sends it once.</summary>
    public MarkupString Waiting { get; }

    public bool NeedsNeighbours { get; }

    /// <summary>Writes the cells of a row, with no space between them: each would be a node more to send and to put into the page, 400 in a jump.</summary>
    public void DrawCells(RenderTreeBuilder builder, TRow row)
    {
        foreach (var column in _columns)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "role", "gridcell");
            builder.AddAttribute(2, "class", column.ClassOf?.Invoke(row) is { Length: > 0 } further ? $"{column.CellClass} {further}" : column.CellClass);
            builder.AddAttribute(3, "title", column.Tooltip?.Invoke(row));
            if (column.Text is { } text)
                builder.AddContent(4, text(row));
            else
                column.Draw?.Invoke(row, builder);
            builder.CloseElement();
        }
    }

    private string Layout(PageRoom room)
    {
        var name = room.ToString().ToLowerInvariant();
        List<ColumnWidth> widths = [.. _columns.Where(column => column.From <= room).Select(column => column.WidthIn(room))];
        return string.Create(CultureInfo.InvariantCulture, $"--columns-{name}:{string.Join(' ', widths)};--least-{name}:{widths.Sum(width => width.Least)}px;");
    }
}

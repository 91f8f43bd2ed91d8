using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CallEventsDashboard.Components.Lists;

/// <summary>
/// Draws some of many rows of one height, between two spacers that stand for the others. The browser reports which rows it has in view by their indices: the
/// framework's own virtualization is given the height of the spacers, and takes a row for another when the list has grown since.
/// </summary>
public sealed class WindowedRows : ComponentBase
{
    /// <summary>The rows in all.</summary>
    [Parameter, EditorRequired] public required int Count { get; set; }

    /// <summary>The index of the first row to draw.</summary>
    [Parameter, EditorRequired] public required int Start { get; set; }

    /// <summary>The index after the last row to draw.</summary>
    [Parameter, EditorRequired] public required int End { get; set; }

    /// <summary>In pixels.</summary>
    [Parameter, EditorRequired] public required float RowHeight { get; set; }

    /// <summary>Given the index of a row. Its root has that for its key.</summary>
    [Parameter, EditorRequired] public required RenderFragment<int> ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenRegion(0);
        AddSpacer(builder, Start);
        builder.CloseRegion();
        builder.OpenRegion(1);
        for (var index = Start; index < End; index++)
            ChildContent(index)(builder);
        builder.CloseRegion();
        builder.OpenRegion(2);
        AddSpacer(builder, Count - End);
        builder.CloseRegion();
    }

    private void AddSpacer(RenderTreeBuilder builder, int rows)
    {
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "aria-hidden", "true");
        builder.AddAttribute(2, "style", string.Create(CultureInfo.InvariantCulture, $"height:{rows * (double)RowHeight}px"));
        builder.CloseElement();
    }
}

using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Events;

/// <summary>One row of the list. It renders again only when its event, place, selection or columns change.</summary>
public sealed partial class EventRow
{
    private bool _isDrawn;
    private (CallEvent? Row, int Index, bool IsSelected, RowSurroundings? Near, RowArrival? Arrival, InstantFormat? Instants, ConnectionBook? Names, GridColumns<EventRow>? Columns) _drawnAs;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    /// <summary>The names of connections, as they may be seen; null where none are read.</summary>
    [CascadingParameter] public ConnectionBook? Names { get; set; }

    [Parameter, EditorRequired] public required int Index { get; set; }

    [Parameter, EditorRequired] public required CallEvent Row { get; set; }

    [Parameter] public GridColumns<EventRow> Columns { get; set; } = AllColumns;

    [Parameter] public bool IsSelected { get; set; }

    /// <summary>What it tells of the rows beside it.</summary>
    [Parameter] public RowSurroundings Near { get; set; } = RowSurroundings.None;

    /// <summary>The page of the event's session; null where it names none.</summary>
    [Parameter] public string? SessionUrl { get; set; }

    /// <summary>How it came into a live list; null where nothing is to be said of that.</summary>
    [Parameter] public RowArrival? Arrival { get; set; }

    [Parameter] public EventCallback OnOpen { get; set; }

    protected override void OnParametersSet()
    {
        var (row, index, isSelected, near, arrival, instants, names, columns) = _drawnAs;
        // The row itself, not one that says the same: to compare two events is to compare all of their fields.
        _isDrawn = ReferenceEquals(row, Row) && (index, isSelected, near, arrival, instants) == (Index, IsSelected, Near, Arrival, Instants) && ReferenceEquals(names, Names) && ReferenceEquals(columns, Columns);
        _drawnAs = (Row, Index, IsSelected, Near, Arrival, Instants, Names, Columns);
    }

    protected override bool ShouldRender() => !_isDrawn;

    private (CallEvent Row, RecordFields Fields)? _fields;

    /// <summary>A field of the record, in one line.</summary>
    internal string Field(FieldPath path)
    {
        if (_fields is not { } read || !ReferenceEquals(read.Row, Row))
            _fields = read = (Row, new RecordFields(Row));
        return read.Fields.Read(path) is { } text ? VisibleText.Cell(text) : "–";
    }

    // Those of its session, which the row itself does not name.
    private string PartyClass => Near is { From: null, To: null } ? "" : "dim";

    private string? Time => Row.OccurredAt is { } at ? InstantText.Format(at) : null;

    private static string Number(string? number) => string.IsNullOrEmpty(number) ? "–" : VisibleText.Cell(PhoneText.International(number));

    // The first eight digits distinguish the legs on a screen; the whole id is in the title and in the detail.
    private static string Short(string? id) => id switch
    {
        null or "" => "–",
        _ => VisibleText.Cell(VisibleText.Clip(id, 8)),
    };
}

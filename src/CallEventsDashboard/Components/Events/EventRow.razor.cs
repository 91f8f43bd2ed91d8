using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Events;

/// <summary>One row of the list. It renders again only when its event, place or selection changes.</summary>
public sealed partial class EventRow
{
    private bool _isDrawn;
    private CallEvent? _drawn;
    private (int Index, bool IsSelected, string? Attempts, InstantFormat? Instants) _drawnAs;
    private string? _time;
    private string _nameClass = "";
    private string _name = "";
    private string _type = "";
    private DeliveryText _delivery;
    private string? _details;
    private string _from = "";
    private string _to = "";
    private string _connection = "";

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Parameter, EditorRequired] public required int Index { get; set; }

    [Parameter, EditorRequired] public required CallEvent Row { get; set; }

    [Parameter] public bool IsSelected { get; set; }

    /// <summary>Which attempt of how many to deliver one webhook it is, and how they fared; null where that is not known, or nothing to say.</summary>
    [Parameter] public string? Attempts { get; set; }

    /// <summary>The page of the event's session; null where it names none.</summary>
    [Parameter] public string? SessionUrl { get; set; }

    [Parameter] public EventCallback OnOpen { get; set; }

    protected override void OnParametersSet()
    {
        var place = (Index, IsSelected, Attempts, Instants);
        _isDrawn = ReferenceEquals(_drawn, Row) && _drawnAs == place;
        _drawnAs = place;
        if (ReferenceEquals(_drawn, Row))
            return;
        _drawn = Row;
        _time = Row.OccurredAt is { } at ? InstantText.Format(at) : null;
        _nameClass = $"name marked {MarkClass.From(Row)}";
        _name = Row.Name is "" ? "(no name)" : VisibleText.Cell(Row.Name);
        _type = Row.Type is "" ? "–" : VisibleText.Cell(Row.Type);
        _delivery = DeliveryText.From(Row);
        _details = DetailsText.Format(Row);
        _from = Number(Row.From);
        _to = Number(Row.To);
        _connection = VisibleText.Cell(Row.ConnectionId ?? "–");
    }

    protected override bool ShouldRender() => !_isDrawn;

    private static string Number(string? number) => string.IsNullOrEmpty(number) ? "–" : VisibleText.Cell(PhoneText.International(number));

    // The first eight digits distinguish the legs on a screen; the whole id is in the title and in the detail.
    private static string Short(string? id) => id switch
    {
        null or "" => "–",
        _ => VisibleText.Cell(VisibleText.Clip(id, 8)),
    };
}

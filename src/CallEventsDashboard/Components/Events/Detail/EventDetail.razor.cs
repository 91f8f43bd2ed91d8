using System.Text;
using System.Text.Json;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>Everything of one event, beside the list: its known fields in words, then its JSON.</summary>
public sealed partial class EventDetail : IAsyncDisposable
{
    private const string JsonId = "event-json";
    private const string ConnectionKey = "connection_id";

    private IReadOnlyList<KnownField> _fields = [];
    private JsonElement _record;
    private string _json = "";
    private CallEvent? _shown;
    private ElementReference _section;
    private ElementReference _heading;
    private ComponentScript _script = null!;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    /// <summary>The names of connections, as they may be seen; null where none are read.</summary>
    [CascadingParameter] public ConnectionBook? Names { get; set; }

    [Inject] public required IJSRuntime JavaScript { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required RevealRight Right { get; init; }

    [Parameter, EditorRequired] public required CallEvent Event { get; set; }

    [Parameter, EditorRequired] public required EventPlace Place { get; set; }

    /// <summary>Whether <see cref="Event"/> is masked.</summary>
    [Parameter] public bool IsMasked { get; set; }

    /// <summary>The reader wants to see this event as it is.</summary>
    [Parameter] public EventCallback OnReveal { get; set; }

    /// <summary>More about the event, shown above its fields.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>What is shown below its fields, above its JSON.</summary>
    [Parameter] public RenderFragment? Below { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The reader wants another list. Where nobody takes that, nothing is offered for which Telnyx would be asked.</summary>
    [Parameter] public EventCallback<CallEventQuery> OnQuery { get; set; }

    private bool Offers => OnQuery.HasDelegate;

    private string Name => Event.Name.Length > 0 ? VisibleText.Clip(Event.Name, 200) : "(no name)";

    /// <summary>Moves the focus to the heading: for a pane that the reader opened, not for one that a link opened.</summary>
    public ValueTask FocusAsync() => _heading.TryFocusAsync();

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnInitialized() => _script = new ComponentScript(JavaScript, Work, "./Components/Events/Detail/EventDetail.razor.js");

    protected override void OnParametersSet()
    {
        // A hint about a value is not true of its stand-in.
        _fields = [.. KnownFieldReader.Read(Event, Place.Clock?.Now ?? Time.GetUtcNow(), Instants).Select(field => Pseudonyms.IsStandIn(field.Value) ? field with { Hint = null } : Named(field))];
        if (ReferenceEquals(_shown, Event))
            return;
        _shown = Event;
        _record = LooseJson.Parse(Event.Raw.Span);
        _json = Event.Flaw is RecordFlaw.None ? RecordText.Format(Event.Raw) : Encoding.UTF8.GetString(Event.Raw.Span);
    }

    private KnownField Named(KnownField field) =>
        field is { FilterKey: ConnectionKey, Hint: null } && Names?.Find(field.Value, Event.Product)?.Name is { } name ? field with { Hint = name } : field;

    /// <summary>A value to filter by, with the name of its connection.</summary>
    private string Named(string label, string value) =>
        label == FilterCatalogue.ConnectionId.Label && Names?.Find(value, Event.Product)?.Name is { } name ? $"{name} · {value}" : value;

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.OpenAsync("attach", _section) : Task.CompletedTask;
}

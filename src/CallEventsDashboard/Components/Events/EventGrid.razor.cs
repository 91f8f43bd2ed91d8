using System.Globalization;
using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.SavedViews;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Events;

/// <summary>The events of a list. The feed learns which rows are in view and says when they have come.</summary>
public sealed partial class EventGrid
{
    private readonly EventColumns _columns = new();

    [Inject] public required ViewStore Views { get; init; }

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Parameter, EditorRequired] public required CallEventFeed Feed { get; set; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    /// <summary>The query of the list, which a session goes back to.</summary>
    [Parameter] public CallEventQuery Query { get; set; } = CallEventQuery.Default;

    /// <summary>The fingerprint of the selected event.</summary>
    [Parameter] public string? Selected { get; set; }

    /// <summary>Whether a pane is open beside the list, so that the last columns give way.</summary>
    [Parameter] public bool IsNarrowed { get; set; }

    [Parameter] public EventCallback<CallEvent> OnOpen { get; set; }

    private GridColumns<EventRow> Columns => _columns.For(Views.Shelf.Columns, Privacy.IsOn, name => Privacy.Name(name, Feed.Key));

    /// <summary>A column was made wider or narrower by its head.</summary>
    /// <param name="column">The name of its head.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="shown">The names of the columns that the page had room for, in their order.</param>
    [JSInvokable]
    public Task ResizeColumnAsync(string column, int width, IReadOnlyList<string> shown) => AnswerAsync(() => Views.ChangeColumnsAsync(text =>
    {
        var choice = ColumnChoice.Parse(text);
        if (choice.Columns.Count == 0)
            choice = choice with { Columns = [.. shown.Where(ColumnChoice.IsKnown).Select(name => new ChosenColumn(name))] };
        return choice.Resize(EventColumns.NameOf(choice, column), width).Format();
    }));

    public override ValueTask DisposeAsync()
    {
        Views.Changed -= HandleViewsChanged;
        return base.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Views.Changed += HandleViewsChanged;
    }

    private void HandleViewsChanged(object? sender, EventArgs change) => Render(() => { });

    protected override int RowCount => Status.RowCount;

    protected override object? Source => Feed;

    protected override void Want(int start, int count) => Feed.Want(start, count);

    protected override Task<int?> FindAsync(string name, CancellationToken cancellationToken) => Feed.FindAsync(name, cancellationToken);

    private string? Inserted => Status.Live?.Inserted.ToString(CultureInfo.InvariantCulture);

    private RowArrival? ArrivalOf(CallEvent row) => Status.Live is { } live ? RowArrival.From(live, Feed.IsNew(row), Feed.GapAbove(row)) : null;

    private RowSurroundings NearTo(CallEvent row, int index) =>
        Columns.NeedsNeighbours ? RowSurroundings.Find(Feed, index, row, other => Privacy.Seen(other, Feed.Key)) : RowSurroundings.None;

    /// <summary>The placeholder of a row that is not read: its handle, and its text where none is coming.</summary>
    private (string Handle, string? Text) Unread(int index) =>
        Feed.IsExpired(index) ? ("event-expired", "expired: older than 24 hours")
        : Feed.IsMissing(index) ? ("event-missing", "counted by Telnyx, but not returned")
        : ("event-placeholder", null);
}

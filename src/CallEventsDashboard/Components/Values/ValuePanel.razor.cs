using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CallEventsDashboard.Components.Values;

/// <summary>The values of the list that is shown. They are counted while the panel is open, group by group, behind all that people wait for.</summary>
public sealed partial class ValuePanel : IDisposable
{
    private readonly List<ValueGroup> _groups =
    [
        new(FilterCatalogue.EventName, "Event names"),
        new(FilterCatalogue.Type, "Types"),
        new(FilterCatalogue.Product, "Products"),
        new(FilterCatalogue.ConnectionId, "Connections"),
        new(FilterCatalogue.Failed, "Delivery"),
    ];

    private ElementReference _heading;
    private CallEventFeed? _shown;
    private CallEventFeed? _counted;
    private CallEventQuery? _query;
    private ValueGroup? _active;
    private List<ValueGroup> _inMemory = [];
    private bool _isWhole;
    private int _total;
    private int _countedTotal;
    private int _round;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    /// <summary>The names of connections, as they may be seen; null where none are read.</summary>
    [CascadingParameter] public ConnectionBook? Names { get; set; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Parameter, EditorRequired] public required CallEventFeed Feed { get; set; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    /// <summary>Called with the query that a value was added to or excluded from.</summary>
    [Parameter] public EventCallback<CallEventQuery> OnQuery { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    public void Dispose()
    {
        _round++;
        _groups.ForEach(group => group.Dispose());
    }

    protected override void OnInitialized()
    {
        foreach (var group in _groups)
            group.Counts.Changed += _ => StateHasChanged();
    }

    protected override void OnParametersSet()
    {
        if (Feed != _shown)
            Leave();
        // A list that is not open yet has no values; one that is read to its end needs no counting.
        var isWhole = Status is { Total: not null, Scan: null or { IsDone: true } };
        if (Status.Total is not { } total)
            return;
        if (Feed == _counted && isWhole == _isWhole && _query is { } counted)
        {
            if (total != _total)
                Follow(counted, total);
            return;
        }

        var isNew = Feed == _counted || _query?.List == Query.List;
        (_counted, _query, _isWhole, _total, _countedTotal) = (Feed, Query, isWhole, total, total);
        foreach (var group in _groups)
            group.Offer(Feed, Query);
        _inMemory = _groups.FindAll(group => group.IsKnownWhole);
        Begin(() => InvokeAsync(() => CountAsync(_groups, isNew)));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _heading.TryFocusAsync();
    }

    private string? Note => Status switch
    {
        { Failure: not null } => "The list could not be read, so nothing is counted.",
        { Scan: { IsDone: false } } when Query.IsDashboardsOwn => "The dashboard filters this list itself: what Telnyx can't count is counted once the list is read to its end.",
        _ when _groups.Sum(group => group.Requests) is > 0 and var requests => $"Counted one by one with requests to spare, {CountText.Format(requests)} at most.",
        _ => "Counted from the loaded events.",
    };

    private string Cost => (Status.Scan?.RowsInAll ?? Status.Total) is { } rows
        ? $"Telnyx takes one value of a filter. Excluding, or choosing several, is done here: {CostText.Format(ReadingCost.From(rows, Status))} for this list."
        : "Telnyx takes one value of a filter. Excluding, or choosing several, is done here.";

    /// <summary>Leaves the list before, whose numbers are not those of this one, which may not be open yet.</summary>
    private void Leave()
    {
        _round++;
        (_shown, _counted, _active) = (Feed, null, null);
        foreach (var group in _groups)
            group.ClearUnlessOf(Query);
    }

    /// <summary>Looks again through the rows of a list that grows while it is live, and all of which are in memory.</summary>
    private void Follow(CallEventQuery query, int total)
    {
        _total = total;
        var known = _inMemory.FindAll(group => group.IsKnownWhole);
        _inMemory.ForEach(group => group.Offer(Feed, query));
        var lost = known.FindAll(group => !group.IsKnownWhole);
        if (lost.Count == 0)
            return;
        // A row came that does not show all, or that is still to be read: Telnyx is asked.
        lost.ForEach(group => group.Counts.Clear());
        Begin(() => InvokeAsync(() => CountAsync(_groups, isNew: false)));
    }

    private async Task CountAsync(IReadOnlyList<ValueGroup> groups, bool isNew)
    {
        var round = ++_round;
        foreach (var group in groups)
        {
            if (round != _round)
                return;
            _active = group;
            await group.CountAsync(Feed, isNew);
        }

        if (round != _round)
            return;
        _active = null;
        StateHasChanged();
    }

    // A live list goes on while its numbers stay those that were counted.
    private bool HasGrown => Status.Live is not null && _total != _countedTotal && _active is null && _groups.Any(group => group.Requests > 0);

    private void CountAgain()
    {
        _countedTotal = _total;
        foreach (var group in _groups)
            group.Offer(Feed, Query);
        Begin(() => InvokeAsync(() => CountAsync(_groups, isNew: true)));
    }

    private void ShowMore(ValueGroup group)
    {
        group.ShowMore();
        Begin(() => InvokeAsync(() => CountAsync([group, .. _groups.Where(other => other != group)], isNew: false)));
    }

    private string See(ValueGroup group, string value)
    {
        var seen = Privacy.Value(group.Parameter.Name, value, Feed.Key);
        if (group.Parameter == FilterCatalogue.ConnectionId && Names?.Find(value)?.Name is { } name)
            return VisibleText.Line($"{name} · {seen}", 80);
        return group.Parameter == FilterCatalogue.Failed ? value == "true" ? "Failed" : "Not failed" : VisibleText.Line(seen == value ? group.Parameter.TextOf(value) : seen, 80);
    }

    private Task HandleKeyAsync(KeyboardEventArgs e) => e.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;
}

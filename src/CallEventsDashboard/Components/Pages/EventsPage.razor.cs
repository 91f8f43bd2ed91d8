using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Events;
using CallEventsDashboard.Components.Events.Detail;
using CallEventsDashboard.Components.Filters;
using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Pages;

/// <summary>The list of events, and the one that is selected.</summary>
public sealed partial class EventsPage
{
    private CallEvent? _selected;
    private int? _index;
    private bool _isMissing;
    private bool _isFinding;
    private EventList? _list;
    private FilterBar? _filters;
    private bool _showsValues;

    [Inject] public required AuditLog Audit { get; init; }

    private bool IsSplit => _selected is not null || _showsValues;

    protected override string UrlOf(CallEventQuery query) => DashboardUrls.Events(query);

    protected override bool IsOwn(string relative) => DashboardUrls.IsEvents(relative);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // An event that was just opened is selected before the browser has notified the page of its address.
        if (_query.Event is { } wanted && _selected is null && !_isMissing && !_isFinding && _shown is { Feed: { } feed, Status: { Total: not null, Failure: null } })
            await FindSelectedAsync(feed, wanted);
    }

    protected override void HandleQuery(CallEventQuery query, bool isOther)
    {
        if (query.Event != _query.Event || isOther)
            (_selected, _isMissing) = (query.Event == _selected?.Fingerprint ? _selected : null, false);
    }

    protected override async Task ReadAgainAsync()
    {
        if (await _shown.RenewAsync(() => _list?.TopRowAsync() ?? Task.FromResult<ScrollPosition?>(null), row => _list?.KeepInPlaceAsync(row) ?? Task.CompletedTask, Closed))
        {
            _index = null;
            StateHasChanged();
            if (_list is not null)
                await _list.RefreshAsync();
        }
    }

    protected override Task GoToTopAsync() => _list?.GoToTopAsync() ?? Task.CompletedTask;

    private async Task FindSelectedAsync(CallEventFeed feed, string wanted)
    {
        _isFinding = true;
        var index = await feed.FindAsync(wanted, Closed);
        _isFinding = false;
        if (feed != _shown.Feed || _query.Event != wanted || _selected is not null)
            return;
        _index = index;
        _selected = index is { } found ? feed.Row(found) : null;
        // A search that failed is made again once a person tries again.
        _isMissing = _selected is null && feed.Status.Failure is null;
        StateHasChanged();
        if (index is { } place && _list is not null)
            await _list.RevealAsync(place, focus: false);
    }

    private void Halve()
    {
        if (FirstHalfRange.Create(_query, _shown.Status) is { } range)
            Go(_query with { Range = range });
    }

    private async Task RevealAsync(CallEvent selected)
    {
        Privacy.Reveal(selected);
        await Audit.RevealedAsync(selected.SessionId, ActiveFilter.Parameters(_query));
    }

    private void Open(CallEvent row)
    {
        // A row of the panel of late ones may be masked: what is kept is the event itself.
        (_selected, _index) = (_shown.Feed?.LateRows.FirstOrDefault(late => late.Fingerprint == row.Fingerprint) ?? row, null);
        Go(_query with { Event = row.Fingerprint });
    }

    private async Task CloseAsync()
    {
        var closed = _selected;
        Go(_query with { Event = null });
        if (closed is not null && _shown.Feed is { } feed && await feed.FindAsync(closed.Fingerprint, Closed) is { } index && _list is not null)
            await _list.RevealAsync(index, focus: true);
    }

    // They take the place of an open event.
    private void ToggleValues()
    {
        _showsValues = _selected is not null || !_showsValues;
        if (_selected is not null)
            Go(_query with { Event = null });
    }

    private async Task CloseValuesAsync()
    {
        _showsValues = false;
        if (_filters is not null)
            await _filters.FocusValuesAsync();
    }

    private EventPlace PlaceOf(CallEvent selected, CallEventFeed feed) => new(_query)
    {
        Index = _index,
        LinkUri = EventLink(selected),
        SessionUrl = DashboardUrls.SessionOf(selected, _query.List),
        Clock = feed.Clock,
    };

    /// <summary>The link to an event outlives the list where it goes by its session.</summary>
    private string EventLink(CallEvent selected) =>
        DashboardUrls.SessionOf(selected, CallEventQuery.Default with { Key = _shown.Account?.Name }) is { } link ? Navigation.ToAbsoluteUri(link).ToString() : CopyLink();
}

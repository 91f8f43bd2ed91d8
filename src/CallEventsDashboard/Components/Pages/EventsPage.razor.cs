using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Events;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Components.Pages;

/// <summary>The list: turns the address into a query and a feed, and what a person does into a new address.</summary>
public sealed partial class EventsPage : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private ShownList _shown = null!;
    private CallEventQuery _query = CallEventQuery.Default;
    private IReadOnlyList<QueryProblem> _problems = [];
    private CallEvent? _selected;
    private int? _index;
    private bool _isMissing;
    private bool _isFinding;
    private int _capacity = int.MaxValue;
    private bool _showsRequests;
    private CoverageLine? _coverage;
    private EventList? _list;
    private ErrorBoundary? _listBoundary;
    private ErrorBoundary? _detailBoundary;

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ApiKeyStore Keys { get; init; }

    [Inject] public required CallEventFeeds Feeds { get; init; }

    [Inject] public required CallEventsClients Clients { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required IOptions<TelnyxOptions> Telnyx { get; init; }

    public void Dispose()
    {
        Navigation.LocationChanged -= HandleLocationChanged;
        Keys.Changed -= HandleKeysChanged;
        Privacy.Changed -= HandlePrivacyChanged;
        _closed.Cancel();
        _closed.Dispose();
        _shown.Dispose();
    }

    protected override void OnInitialized()
    {
        _shown = new ShownList(Feeds, Clients, HandleFeedChanged);
        // A page without parameters is not told when only the query of its address changes.
        Navigation.LocationChanged += HandleLocationChanged;
        Keys.Changed += HandleKeysChanged;
        Privacy.Changed += HandlePrivacyChanged;
        ShowAddress();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_query.Event is { } wanted && wanted != _selected?.Fingerprint && !_isMissing && !_isFinding && _shown is { Feed: { } feed, Status.Total: not null })
            await FindSelectedAsync(feed, wanted);
    }

    private void ShowAddress()
    {
        var parsed = CallEventQueryString.Parse(new Uri(Navigation.Uri).Query);
        if (parsed.Problems.Count > 0 || parsed.Query.List != _query.List)
            _problems = parsed.Problems;
        Show(parsed.Query);
        if (!parsed.IsCanonical)
            Navigation.NavigateTo(DashboardUrls.Events(parsed.Query), replace: true);
    }

    private void Show(CallEventQuery query)
    {
        var isOther = _shown.Open((query.Key is { } name ? Keys.Account(name) : null) ?? Keys.ActiveAccount, query.List);
        if (query.Event != _query.Event || isOther)
            (_selected, _isMissing) = (query.Event == _selected?.Fingerprint ? _selected : null, false);
        _query = query;
    }

    private async Task ReadAgainAsync()
    {
        if (await _shown.RenewAsync(() => _list?.TopRowAsync() ?? Task.FromResult<TopRow?>(null), (index, offset) => _list?.HoldAsync(index, offset) ?? Task.CompletedTask, _closed.Token))
        {
            _index = null;
            StateHasChanged();
            if (_list is not null)
                await _list.RefreshAsync();
        }
    }

    private async Task CloseRequestsAsync()
    {
        _showsRequests = false;
        if (_coverage is not null)
            await _coverage.FocusRequestsAsync();
    }

    private async Task FindSelectedAsync(CallEventFeed feed, string wanted)
    {
        _isFinding = true;
        var index = await feed.FindAsync(wanted, _closed.Token);
        _isFinding = false;
        if (feed != _shown.Feed || _query.Event != wanted)
            return;
        _index = index;
        _selected = index is { } found ? feed.Row(found) : null;
        _isMissing = _selected is null;
        StateHasChanged();
        if (index is { } place && _list is not null)
            await _list.RevealAsync(place, focus: false);
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
        if (closed is not null && _shown.Feed is { } feed && await feed.FindAsync(closed.Fingerprint, _closed.Token) is { } index && _list is not null)
            await _list.RevealAsync(index, focus: true);
    }

    private void Go(CallEventQuery query, bool replace = false) => Navigation.NavigateTo(DashboardUrls.Events(query), replace: replace);

    /// <summary>What to say when the link was made with a key that this person does not have; null when there is nothing to say.</summary>
    private string? ForeignKeyNotice() => _query.Key is { } name && Keys.Account(name) is null && _shown.Account is { } account
        ? $"This link was made with the API key “{name}”, which is not among yours. You see the events of “{account.Name}”."
        : null;

    private string CopyLink() =>
        Navigation.ToAbsoluteUri(DashboardUrls.Events(SharedLink.Of(_query, _shown.Status, _shown.Account?.Name))).ToString();

    /// <summary>The link to an event outlives the list where it goes by its session.</summary>
    private string EventLink(CallEvent selected) =>
        DashboardUrls.SessionOf(selected, CallEventQuery.Default with { Key = _shown.Account?.Name }) is { } link ? Navigation.ToAbsoluteUri(link).ToString() : CopyLink();

    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (DashboardUrls.IsEvents(Navigation.ToBaseRelativePath(change.Location)))
            Render(ShowAddress);
    }

    private void HandleFeedChanged() => Render(_shown.ReadStatus);

    private void HandleKeysChanged(object? sender, EventArgs change) => Render(() => Show(_query));

    private void HandlePrivacyChanged(object? sender, EventArgs change) => StateHasChanged();

    private void Render(Action change) => _ = InvokeAsync(() =>
    {
        change();
        StateHasChanged();
    });
}

using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Events;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace CallEventsDashboard.Components.Pages;

/// <summary>The list: turns the address into a query and a feed, and what a person does into a new address.</summary>
public sealed partial class EventsPage : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private CallEventQuery _query = CallEventQuery.Default;
    private IReadOnlyList<QueryProblem> _problems = [];
    private ApiAccount? _account;
    private CallEventFeed? _feed;
    private FeedStatus _status = new() { Coverage = Coverage.Reading };
    private IReadOnlyDictionary<string, string> _badges = new Dictionary<string, string>(StringComparer.Ordinal);
    private CallEvent? _selected;
    private int? _index;
    private bool _isMissing;
    private bool _isFinding;
    private EventList? _list;
    private ErrorBoundary? _listBoundary;
    private ErrorBoundary? _detailBoundary;

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ApiKeyStore Keys { get; init; }

    [Inject] public required CallEventFeeds Feeds { get; init; }

    [Inject] public required CallEventsClients Clients { get; init; }

    public void Dispose()
    {
        Navigation.LocationChanged -= HandleLocationChanged;
        Keys.Changed -= HandleKeysChanged;
        _closed.Cancel();
        _closed.Dispose();
        CloseFeed();
    }

    protected override void OnInitialized()
    {
        // A page without parameters is not told when only the query of its address changes.
        Navigation.LocationChanged += HandleLocationChanged;
        Keys.Changed += HandleKeysChanged;
        ShowAddress();
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

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_query.Event is { } wanted && wanted != _selected?.Fingerprint && !_isMissing && !_isFinding && _feed is not null && _status.Total is not null)
            await FindSelectedAsync(_feed, wanted);
    }

    private void Show(CallEventQuery query)
    {
        var account = (query.Key is { } name ? Keys.Account(name) : null) ?? Keys.ActiveAccount;
        var isOther = account != _account || query.List != _query.List || _feed is null;
        if (query.Event != _query.Event || isOther)
            (_selected, _isMissing) = (query.Event == _selected?.Fingerprint ? _selected : null, false);
        _query = query;
        if (!isOther)
            return;
        CloseFeed();
        _account = account;
        if (account is null)
            return;
        _feed = Feeds.Open(Clients.For(account), account.Key, query.List);
        _feed.Changed += HandleFeedChanged;
        _feed.Want(0, 60);
        ReadStatus();
    }

    private async Task FindSelectedAsync(CallEventFeed feed, string wanted)
    {
        _isFinding = true;
        var index = await feed.FindAsync(wanted, _closed.Token);
        _isFinding = false;
        if (feed != _feed || _query.Event != wanted)
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
        (_selected, _index) = (row, null);
        Go(_query with { Event = row.Fingerprint });
    }

    private async Task CloseAsync()
    {
        var closed = _selected;
        Go(_query with { Event = null });
        if (closed is not null && _feed is not null && await _feed.FindAsync(closed.Fingerprint, _closed.Token) is { } index && _list is not null)
            await _list.RevealAsync(index, focus: true);
    }

    private void Go(CallEventQuery query, bool replace = false) => Navigation.NavigateTo(DashboardUrls.Events(query), replace: replace);

    /// <summary>What to say when the link was made with a key that this person does not have; null when there is nothing to say.</summary>
    private string? ForeignKeyNotice() => _query.Key is { } name && Keys.Account(name) is null && _account is { } account
        ? $"This link was made with the API key “{name}”, which is not among yours. You see the events of “{account.Name}”."
        : null;

    private string CopyLink() =>
        Navigation.ToAbsoluteUri(DashboardUrls.Events(SharedLink.Of(_query, _status, _account?.Name))).ToString();

    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(() =>
    {
        if (!DashboardUrls.IsEvents(Navigation.ToBaseRelativePath(change.Location)))
            return;
        ShowAddress();
        StateHasChanged();
    });

    private void HandleFeedChanged() => _ = InvokeAsync(() =>
    {
        ReadStatus();
        StateHasChanged();
    });

    private void HandleKeysChanged(object? sender, EventArgs change) => _ = InvokeAsync(() =>
    {
        Show(_query);
        StateHasChanged();
    });

    private void ReadStatus()
    {
        if (_feed is null)
            return;
        _status = _feed.Status;
        _badges = _status.AppliedBy.ToDictionary(pair => pair.Key, pair => pair.Value.ToString().ToLowerInvariant(), StringComparer.Ordinal);
    }

    private void CloseFeed()
    {
        if (_feed is null)
            return;
        _feed.Changed -= HandleFeedChanged;
        _feed.Dispose();
        _feed = null;
    }
}

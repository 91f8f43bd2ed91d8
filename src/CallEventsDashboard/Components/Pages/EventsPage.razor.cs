using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Events;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds;
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
    private int _number;
    private int _capacity = int.MaxValue;
    private bool _isVisible = true;
    private bool _showsRequests;
    private bool _isRenewing;
    private string? _renewalProblem;
    private CoverageLine? _coverage;
    private EventList? _list;
    private ErrorBoundary? _listBoundary;
    private ErrorBoundary? _detailBoundary;

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ApiKeyStore Keys { get; init; }

    [Inject] public required CallEventFeeds Feeds { get; init; }

    [Inject] public required CallEventsClients Clients { get; init; }

    [Inject] public required IOptions<TelnyxOptions> Telnyx { get; init; }

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
        _number++;
        _renewalProblem = null;
        Hold(Feeds.Open(Clients.For(account), account.Key, query.List));
        _feed!.Want(0, 60);
    }

    private void Hold(CallEventFeed feed)
    {
        CloseFeed();
        _feed = feed;
        _feed.IsWatching = _isVisible;
        _feed.Changed += HandleFeedChanged;
        ReadStatus();
    }

    /// <summary>Puts a new list, as of now, in the place of the one that is shown; what is at the top of the view stays there.</summary>
    private async Task ReadAgainAsync()
    {
        if (_isRenewing || _account is not { } account || _feed is not { } old)
            return;
        (_isRenewing, _renewalProblem) = (true, null);
        var feed = Feeds.OpenNew(Clients.For(account), account.Key, _query.List);
        try
        {
            feed.Want(0, 60);
            await ListRenewal.WhenReadableAsync(feed, _closed.Token);
            var place = _list is null ? null : await ListRenewal.PlaceAsync(feed, _list.TopRowAsync, _closed.Token);
            if (_feed != old)
                return;
            if (feed.Status is { Failure: { } failure, RowCount: 0 })
            {
                _renewalProblem = $"The list could not be read again: {failure.Error.Message}";
                return;
            }

            if (place is { } at && _list is not null)
                await _list.HoldAsync(at.Index, at.Offset);
            Hold(feed);
            _index = null;
            StateHasChanged();
            if (_list is not null)
                await _list.RefreshAsync();
        }
        catch (OperationCanceledException)
        {
            // The page was left while its list was being read again.
        }
        finally
        {
            _isRenewing = false;
            if (_feed != feed)
                feed.Dispose();
        }
    }

    private void SetVisible(bool isVisible)
    {
        _isVisible = isVisible;
        if (_feed is not null)
            _feed.IsWatching = isVisible;
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

using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Components.Events;

/// <summary>A page that shows the list of its address, in one view or another: turns the address into a query and a list, and a new query into a new address.</summary>
public abstract class ListPage : GuardedComponent, IDisposable
{
    private protected EventListState _shown = null!;
    private protected CallEventQuery _query = CallEventQuery.Default;
    private protected IReadOnlyList<QueryProblem> _problems = [];
    private protected int _capacity = int.MaxValue;
    private protected bool _showsRequests;
    private protected CoverageLine? _coverage;
    private readonly CancellationTokenSource _closed = new();

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ApiKeyStore Keys { get; init; }

    [Inject] public required CallEventFeedFactory Feeds { get; init; }

    [Inject] public required CallEventsClientFactory Clients { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required IOptions<TelnyxOptions> Telnyx { get; init; }

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Closed => _closed.Token;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        Navigation.LocationChanged -= HandleLocationChanged;
        Keys.Changed -= HandleKeysChanged;
        Privacy.Changed -= HandlePrivacyChanged;
        _closed.Cancel();
        _closed.Dispose();
        _shown.Dispose();
    }

    /// <summary>The address at which this view shows a query.</summary>
    protected abstract string UrlOf(CallEventQuery query);

    /// <summary>Whether an address relative to the base is one of this view.</summary>
    protected abstract bool IsOwn(string relative);

    /// <summary>Called before a query is shown.</summary>
    /// <param name="isOther">Whether its list is another one than before.</param>
    protected virtual void HandleQuery(CallEventQuery query, bool isOther)
    {
    }

    protected virtual void ReadStatus()
    {
        _shown.ReadStatus();
        KeyRefusalReporter.Report(Keys, _shown.Account, _shown.Status);
    }

    /// <summary>Called when what may be seen has changed.</summary>
    protected virtual void HandlePrivacy()
    {
    }

    protected override void OnInitialized()
    {
        _shown = new EventListState(Feeds, Clients, HandleFeedChanged);
        // A page without parameters is not notified when only the query of its address changes.
        Navigation.LocationChanged += HandleLocationChanged;
        Keys.Changed += HandleKeysChanged;
        Privacy.Changed += HandlePrivacyChanged;
        ShowAddress();
    }

    protected void Go(CallEventQuery query, bool replace = false) => Navigation.NavigateTo(UrlOf(query), replace: replace);

    /// <summary>The link for a colleague.</summary>
    protected string CopyLink() => Navigation.ToAbsoluteUri(UrlOf(SharedLink.Create(_query, _shown.Status, _shown.Account?.Name))).ToString();

    protected async Task CloseRequestsAsync()
    {
        _showsRequests = false;
        if (_coverage is not null)
            await _coverage.FocusRequestsAsync();
    }

    private void ShowAddress()
    {
        var parsed = CallEventQueryString.Parse(new Uri(Navigation.Uri).Query);
        if (parsed.Problems.Count > 0 || parsed.Query.List != _query.List)
            _problems = parsed.Problems;
        Show(parsed.Query);
        if (!parsed.IsCanonical)
            Navigation.NavigateTo(UrlOf(parsed.Query), replace: true);
    }

    private void Show(CallEventQuery query)
    {
        var isOther = _shown.Open((query.Key is { } name ? Keys.Account(name) : null) ?? Keys.ActiveAccount, query.List);
        HandleQuery(query, isOther);
        _query = query;
    }

    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change) => Render(() =>
    {
        if (IsOwn(Navigation.ToBaseRelativePath(change.Location)))
            ShowAddress();
    });

    private void HandleFeedChanged() => Render(ReadStatus);

    private void HandleKeysChanged(object? sender, EventArgs change) => Render(() => Show(_query));

    private void HandlePrivacyChanged(object? sender, EventArgs change) => Render(HandlePrivacy);
}

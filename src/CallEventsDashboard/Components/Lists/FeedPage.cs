using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Components.Status;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CallEventsDashboard.Components.Lists;

/// <summary>A page that shows events read for its address: it follows the address, the stored keys and the privacy mode.</summary>
public abstract class FeedPage : GuardedComponent, IDisposable
{
    private protected CallEventQuery _query = CallEventQuery.Default;
    private protected IReadOnlyList<QueryProblem> _problems = [];
    private protected bool _showsRequests;
    private protected CoverageLine? _coverage;

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ApiKeyStore Keys { get; init; }

    [Inject] public required CallEventFeedFactory Feeds { get; init; }

    [Inject] public required CallEventsClientFactory Clients { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

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
    }

    /// <summary>Whether an address relative to the base is one of this page.</summary>
    protected abstract bool IsOwn(string relative);

    /// <summary>Shows what the address names now.</summary>
    protected abstract void ShowAddress();

    /// <summary>Shows a query, which may be the one that is shown already: the keys may have changed.</summary>
    protected abstract void Show(CallEventQuery query);

    /// <summary>Called when what may be seen has changed.</summary>
    protected abstract void HandlePrivacy();

    protected override void OnInitialized()
    {
        // A page without parameters is not notified when only the query of its address changes.
        Navigation.LocationChanged += HandleLocationChanged;
        Keys.Changed += HandleKeysChanged;
        Privacy.Changed += HandlePrivacyChanged;
    }

    /// <summary>The account that a query is read for: the one that it names, where its key is stored here, else the active one.</summary>
    private protected ApiAccount? AccountFor(CallEventQuery query) => (query.Key is { } name ? Keys.Account(name) : null) ?? Keys.ActiveAccount;

    /// <summary>Notes what reading says about the key that it is done with.</summary>
    private protected void NoteKey(ApiAccount? account, FeedStatus status)
    {
        if (account is null)
            return;
        if (status.Failure?.Error is { IsKeyRefused: true })
            Keys.Judge(account, isRefused: true);
        else if (status is { Failure: null, Coverage: Coverage.Complete or Coverage.Partial })
            Keys.Judge(account, isRefused: false);
    }

    protected void ToggleRequests() => _showsRequests = !_showsRequests;

    protected async Task CloseRequestsAsync()
    {
        _showsRequests = false;
        if (_coverage is not null)
            await _coverage.FocusRequestsAsync();
    }

    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change) => Render(() =>
    {
        if (IsOwn(Navigation.ToBaseRelativePath(change.Location)))
            ShowAddress();
    });

    private void HandleKeysChanged(object? sender, EventArgs change) => Render(() => Show(_query));

    private void HandlePrivacyChanged(object? sender, EventArgs change) => Render(HandlePrivacy);
}

using System.Globalization;
using CallEventsDashboard.Components.Status;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Live;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Components.Lists;

/// <summary>A page that shows the list of its address, in one view or another: turns the address into a query and a list, and a new query into a new address.</summary>
public abstract class ListPage : FeedPage
{
    private protected EventListState _shown = null!;
    private protected int _capacity = int.MaxValue;
    private readonly CancellationTokenSource _closed = new();
    private bool _isReading;

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Closed => _closed.Token;

    /// <summary>The address at which this view shows a query.</summary>
    protected abstract string UrlOf(CallEventQuery query);

    /// <summary>Called before a query is shown.</summary>
    /// <param name="isOther">Whether its list is another one than before.</param>
    protected virtual void HandleQuery(CallEventQuery query, bool isOther)
    {
    }

    /// <summary>Puts the list as it is now in the place of the one that is shown.</summary>
    protected abstract Task ReadAgainAsync();

    /// <summary>Goes to the newest rows, and looks at none of the others any more.</summary>
    protected abstract Task GoToTopAsync();

    protected virtual void ReadStatus()
    {
        _shown.Read();
        NoteKey(_shown.Account, _shown.Status);
        // More arrived than polls can bring in one piece. After a failure a person decides.
        if (_shown is { IsRenewing: false, RenewalProblem: null, Status.Live: { NeedsRenewal: true, State: LiveState.Following } })
            Begin(() => InvokeAsync(ReadAgainAsync));
    }

    protected override void HandlePrivacy()
    {
    }

    /// <summary>What the title of the tab says of failures that arrived while nobody saw them come.</summary>
    protected string NewFailures => _shown.Status.Live is { Failures: > 0 and var failures } ? $"({failures.ToString(CultureInfo.InvariantCulture)}) " : "";

    protected void HandleViewport(GridViewport view)
    {
        ArgumentNullException.ThrowIfNull(view);
        (_capacity, _isReading) = (view.Capacity, view.IsReading);
        PauseAsWanted(_query);
    }

    /// <summary>Follows the newest events, goes on after a pause, or leaves the list as it is.</summary>
    protected async Task ToggleLiveAsync()
    {
        switch (_shown.Status.Live?.State)
        {
            case LiveState.Paused:
                if (_query.Event is not null)
                    Go(_query with { Event = null });
                await GoToTopAsync();
                break;
            case null:
                _shown.Follow(true);
                await ReadAgainAsync();
                _shown.Follow(_shown.Status.Live is not null);
                break;
            default:
                _shown.Follow(false);
                break;
        }
    }

    protected override void OnInitialized()
    {
        _shown = new EventListState(Feeds, Clients, () => Render(ReadStatus));
        base.OnInitialized();
        ShowAddress();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        _closed.Cancel();
        _closed.Dispose();
        _shown.Dispose();
    }

    /// <summary>The list as its coverage line shows it.</summary>
    private protected ListView View => new()
    {
        Status = _shown.Status,
        Order = _query.Order,
        IsSearch = _query.Search is not null,
        Capacity = _capacity,
        LateRows = _shown is { Status.Late: > 0, Feed: { } feed, Account: { } account } ? [.. feed.LateRows.Select(row => Privacy.Seen(row, account.Key))] : [],
        IsRenewing = _shown.IsRenewing,
        RenewalProblem = _shown.RenewalProblem,
        HidesUndecided = _shown.HidesUndecided,
        AreRequestsOpen = _showsRequests,
    };

    /// <summary>Whether the list was read and has no event that matches; events that don't show whether they do may be there.</summary>
    protected bool HasNone => _shown.Status is { Failure: null } and ({ Coverage: Coverage.Unreachable } or { Total: 0, Coverage: Coverage.Complete or Coverage.Partial });

    protected void Go(CallEventQuery query, bool replace = false) => Navigation.NavigateTo(UrlOf(query), replace: replace);

    /// <summary>The link for a colleague.</summary>
    protected string CopyLink() => Navigation.ToAbsoluteUri(UrlOf(SharedLink.Create(_query, _shown.Status, _shown.Account?.Name))).ToString();

    protected override void ShowAddress()
    {
        var parsed = CallEventQueryString.Parse(new Uri(Navigation.Uri).Query);
        if (parsed.Problems.Count > 0 || parsed.Query.List != _query.List)
            _problems = parsed.Problems;
        Show(parsed.Query);
        if (!parsed.IsCanonical)
            Navigation.NavigateTo(UrlOf(parsed.Query), replace: true);
    }

    protected override void Show(CallEventQuery query)
    {
        var isOther = _shown.Open(AccountFor(query), query.List);
        HandleQuery(query, isOther);
        PauseAsWanted(query);
        _query = query;
    }

    private void PauseAsWanted(CallEventQuery query) => _shown.IsPaused = _isReading || query.Event is not null;
}

using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Lists;

/// <summary>The list that a page shows.</summary>
/// <inheritdoc cref="FeedState{TFeed}"/>
internal sealed class EventListState(CallEventFeedFactory feeds, CallEventsClientFactory clients, Action changed) : FeedState<CallEventFeed>(changed)
{
    private const int FirstRows = 60;

    private CallEventQuery? _query;
    private bool _hidesUndecided;
    private bool _isPaused;

    /// <summary>By parameter of the link: who applied the filter, as the contract spells it.</summary>
    public IReadOnlyDictionary<string, string> Badges { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Another number for each query; a list that is read again keeps it.</summary>
    public int Number { get; private set; }

    public string? RenewalProblem { get; private set; }

    /// <summary>Whether the list goes on as events arrive; a list of another query that can't leaves it off.</summary>
    public bool IsLive { get; private set; }

    /// <summary>Whether new events of a live list are held back, as the reader looks at something.</summary>
    public bool IsPaused
    {
        get => _isPaused;
        set
        {
            _isPaused = value;
            Feed?.Pause(value);
        }
    }

    /// <summary>Whether events are left out that do not show if they match. A list that is read again keeps it, another one begins with all.</summary>
    public bool HidesUndecided
    {
        get => _hidesUndecided;
        set
        {
            _hidesUndecided = value;
            if (Feed is not null)
                Feed.HidesUndecided = value;
        }
    }

    /// <summary>Opens the list of a query, unless it is the one that is shown.</summary>
    /// <returns>Whether another list is shown now.</returns>
    public bool Open(ApiAccount? account, CallEventQuery query)
    {
        if (account == Account && query == _query)
            return false;
        Close();
        (Account, _query, _hidesUndecided) = (account, query, false);
        if (account is null)
            return true;
        Number++;
        RenewalProblem = null;
        IsLive &= CanBeLive(query);
        Attach(IsLive ? feeds.OpenLive(clients.For(account), account.Key, query) : feeds.Open(clients.For(account), account.Key, query));
        Feed!.Want(0, FirstRows);
        return true;
    }

    /// <summary>Puts a new list, as of now, in the place of the one that is shown.</summary>
    /// <param name="topRowAsync">Tells the row at the top of the view.</param>
    /// <param name="keepInPlaceAsync">Makes the view keep that row where it is, once the new list is drawn.</param>
    /// <param name="finder">Makes of the new list what finds in it the row of a name: by default the row of an event.</param>
    /// <returns>Whether the new list is shown.</returns>
    public async Task<bool> RenewAsync(
        Func<Task<ScrollPosition?>> topRowAsync, Func<ScrollPosition, Task> keepInPlaceAsync, CancellationToken cancellationToken, Func<CallEventFeed, Func<string, CancellationToken, Task<int?>>>? finder = null)
    {
        if (IsRenewing || Account is not { } account || Feed is not { } old)
            return false;
        (IsRenewing, RenewalProblem) = (true, null);
        var feed = IsLive ? feeds.OpenLive(clients.For(account), account.Key, _query!) : feeds.OpenNew(clients.For(account), account.Key, _query!);
        var (place, problem) = await ListRenewal.ReadAsync(feed, topRowAsync, finder?.Invoke(feed) ?? feed.FindAsync, cancellationToken);
        IsRenewing = false;
        if (Feed != old || problem is not null)
        {
            feed.Dispose();
            RenewalProblem = Feed == old ? problem : null;
            return false;
        }

        if (place is { } at)
            await keepInPlaceAsync(at);
        Close();
        Attach(feed);
        return true;
    }

    /// <summary>Whether a list has a newest end that can be followed, and shows it first.</summary>
    public static bool CanBeLive(CallEventQuery query) => query is { Order: EventOrder.Newest, Range: { Upper: null, Exactly: null } };

    /// <summary>Lets the list go on from the next time that it is read again, or leaves it as it is.</summary>
    public void Follow(bool isLive)
    {
        IsLive = isLive;
        if (!isLive)
            Feed?.Unfollow();
    }

    public override void Read()
    {
        if (Feed is null)
            return;
        Status = Feed.Status;
        Badges = Status.AppliedBy.ToDictionary(pair => pair.Key, pair => pair.Value.ToString().ToLowerInvariant(), StringComparer.Ordinal);
    }

    private void Attach(CallEventFeed feed)
    {
        feed.HidesUndecided = _hidesUndecided;
        feed.Pause(_isPaused);
        Follow(feed);
    }
}

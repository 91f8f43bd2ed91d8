using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>The list that a page shows, grouped by session. Used on the page's own turn only, but for <c>changed</c>.</summary>
public sealed class SessionListState : IDisposable
{
    private readonly EventListState _list;
    private readonly CallEventFeedFactory _feeds;
    private readonly ApiKeys.CallEventsClientFactory _clients;
    private readonly PrivacyMode _privacy;
    private readonly Action _changed;
    private SessionCompletions? _completions;
    private SessionScan? _renewing;
    private (int Start, int Count) _view;
    private OpenCallSearch _open = new();

    /// <param name="changed">Called on any thread when <see cref="Read"/> may have news.</param>
    internal SessionListState(EventListState list, CallEventFeedFactory feeds, ApiKeys.CallEventsClientFactory clients, PrivacyMode privacy, Action changed) =>
        (_list, _feeds, _clients, _privacy, _changed) = (list, feeds, clients, privacy, changed);

    /// <summary>Where what the sessions took is kept; null to keep it nowhere.</summary>
    public SessionsRead? Kept { get; init; }

    /// <summary>Null while there is no account to read with.</summary>
    public SessionScan? Scan { get; private set; }

    /// <summary>The status of the list in the terms of its sessions.</summary>
    public FeedStatus Status => Scan?.Status is { } status ? status with { Requests = status.Requests + (_completions?.Requests ?? 0) } : _list.Status;

    /// <summary>By what the sessions are listed.</summary>
    public SessionOrder Order => Scan?.Order ?? SessionOrder.Single;

    /// <summary>The requests behind the list and the sessions in view, oldest first.</summary>
    public IReadOnlyList<RequestEntry> RequestLog =>
        Scan is not { } scan ? [] : [.. scan.Feed.RequestLog.Concat(_completions?.RequestLog ?? []).OrderBy(entry => entry.StartedAt)];

    public SessionGroup? Session(int index) => Scan is { } scan && index < scan.Sessions.Count ? scan.Sessions[index] : null;

    /// <summary>The result of reading a whole session; null while it is not known.</summary>
    public SessionCompletion? Completion(string sessionId) => _completions?[sessionId];

    /// <summary>How a session came into a live list; null where nothing is to be said of that.</summary>
    public RowArrival? ArrivalOf(SessionGroup session) => Scan is { Status.Live: { } live } scan && scan.ArrivalOf(session) is var (isNew, gap) ? RowArrival.From(live, isNew, gap) : null;

    /// <summary>The calls that the log leaves open, the oldest first.</summary>
    public IReadOnlyList<OpenCall> OpenCalls => _open.Calls;

    /// <summary>Of how many sessions it is known whether a call of theirs is open.</summary>
    public int LookedAt => _open.Looked;

    /// <summary>Whether sessions in view wait until requests are to spare for them.</summary>
    public bool IsWaiting => _completions is { IsWaiting: true };

    /// <summary>Takes in what was read meanwhile.</summary>
    public void Read()
    {
        if (Scan?.Feed != _list.Feed)
            Begin();
        Scan?.Advance();
        if (Scan is { } current)
            _completions?.Outdate(current.TakeChanged(), current.Status.Live is null ? null : current.Status.AsOf);
        Complete();
        if (Scan is { } scan)
            _open.Look(scan, id => _completions?.IsOutdated(id) == true ? null : Completion(id));
    }

    /// <summary>Shows the sessions as they may be seen now.</summary>
    public void Mask()
    {
        MaskCompletions();
        Complete();
    }

    /// <summary>Says which rows are in view.</summary>
    public void Want(int start, int count)
    {
        _view = (start, count);
        Scan?.Want(start, count);
        Complete();
    }

    /// <summary>Tries again what failed.</summary>
    public void Retry()
    {
        Scan?.Retry();
        _completions?.Retry();
    }

    /// <summary>Finds the rows of sessions in a list that is to take the place of the one that is shown.</summary>
    internal Func<string, CancellationToken, Task<int?>> FinderIn(CallEventFeed feed) => (_renewing = _feeds.Group(feed, Scan?.Budgets ?? 1)).FindAsync;

    public void Dispose() => _completions?.Dispose();

    private void Begin()
    {
        Dispose();
        (Scan, _completions, _open) = (null, null, new());
        if (_list is not { Feed: { } feed, Account: { } account })
            return;
        if (_renewing?.Feed == feed)
            Scan = _renewing;
        else
            (Scan, _view) = (_feeds.Group(feed), default);
        _renewing = null;
        _completions = new SessionCompletions((id, isNew) => _feeds.OpenSession(_clients.For(account), account.Key, id, isNew), _changed)
        {
            Spare = _feeds.SpareOf(account.Key),
            Listed = id => Scan?.Find(id) is { } session ? Scan.Listed(session) : null,
            Noted = (id, facts) => Kept?.Add(account.Key, feed.Query, id, facts),
        };
        MaskCompletions();
    }

    private void MaskCompletions()
    {
        if (_list.Account is { Key: var key })
            _completions?.MaskBy(_privacy.IsOn ? row => _privacy.Masked(row, key) : null);
    }

    // A session is read behind the rows that a person waits for.
    private void Complete()
    {
        if (Scan is not { } scan || _completions is null)
            return;
        _completions.IsHeld = scan is { IsShort: true, Status.Failure: null };
        var end = Math.Min(_view.Start + _view.Count, scan.Sessions.Count);
        _completions.Show([.. Enumerable.Range(_view.Start, Math.Max(0, end - _view.Start)).Select(index => scan.Sessions[index].SessionId)]);
    }
}

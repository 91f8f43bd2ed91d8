using CallEventsDashboard.Feeds.Live;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// A list grouped by session. Its rows are read in order, as far as the sessions in view need them and, where there is plenty of the key's allowance, on to
/// a budget of pages; of the rows nothing is kept but what their sessions have to say. Used on one turn at a time: the one that is notified of the list's changes calls <see cref="Advance"/>.
/// </summary>
/// <param name="pages">Pages of 250 rows to read before a person is asked.</param>
/// <param name="budgets">How many times that is granted already.</param>
public sealed class SessionScan(CallEventFeed feed, int pages, int budgets = 1)
{
    private const int FirstScreen = 40;

    // Sessions behind those in view, so that there is something to scroll to.
    private const int Beyond = 12;

    // The pages that a person gets who asks to continue, where the allowance is to be spared.
    private const int PagesAsked = 4;

    private readonly SequentialReader _reader = new(feed);
    private readonly SessionArrivals _arrivals = new();
    private SessionGroups _groups = SessionGroups.For(feed.Query);
    private CallEvent? _last;
    private int _budgets = budgets;
    private int _wantedSessions = FirstScreen;
    private int _wantedRows;
    private FeedFailure? _failure;

    public CallEventFeed Feed => feed;

    /// <summary>In their order. A session never leaves its place, unless the list itself has to begin again, or others come into a live list before it.</summary>
    public IReadOnlyList<SessionGroup> Sessions => _groups.Sessions;

    /// <summary>Sessions that were met and have no place yet, as they began before the events that were read.</summary>
    public IReadOnlyList<SessionGroup> Waiting => _groups.Waiting;

    /// <summary>By what the sessions are listed.</summary>
    public SessionOrder Order { get; } = SessionGroups.OrderOf(feed.Query);

    /// <summary>Events of the list that name no session.</summary>
    public int Sessionless => _groups.Sessionless;

    /// <summary>How many times the budget of pages was granted.</summary>
    public int Budgets => _budgets;

    /// <summary>Whether every event of the list that can be read was.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether it goes on only when a person scrolls or asks for it, as the budget of pages is spent or there is no plenty of the key's allowance.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether sessions in view are still to be met.</summary>
    public bool IsShort => !IsDone && !IsStopped && IsWanting;

    /// <summary>The list's status in the terms of its sessions: they are what it counts, and its reading is a scan.</summary>
    public FeedStatus Status { get; private set; } = feed.Status;

    /// <summary>Says which sessions are in view. Cheap, and to be called as often as the view moves.</summary>
    public void Want(int start, int count)
    {
        _wantedSessions = start + count + Beyond;
        if (IsStopped && IsWanting)
            Advance();
        else
            Guard(Ask);
    }

    /// <summary>The session of an id; null while none of its events was met.</summary>
    public SessionGroup? Find(string sessionId) => _groups.Find(sessionId);

    /// <summary>The session where the list has it whole, as far as it was read; null where it has to be read by its id.</summary>
    public ListedSession? Listed(SessionGroup session) => ListedSession.TryCreate(session, feed, _last?.OccurredAt);

    /// <summary>Tells of which sessions <see cref="Listed"/> has all events.</summary>
    public Func<SessionGroup, bool> Whole() => ListedSession.Whole(feed, _last?.OccurredAt);

    /// <summary>How a session got into a live list, or got events there; null where nothing is to be said of that.</summary>
    public (bool IsNew, int? Gap) ArrivalOf(SessionGroup session) => (_arrivals.IsNew(session.SessionId), _arrivals.GapAbove(session.SessionId));

    /// <summary>The sessions of a live list that got events since this was asked last.</summary>
    public IReadOnlyCollection<string> TakeChanged() => _arrivals.TakeChanged();

    /// <summary>Takes in what the list has read meanwhile, and asks it for more.</summary>
    public void Advance() => Guard(() =>
    {
        // Rows of a live list move as others come in.
        var status = feed.Look(list =>
        {
            if (list is LiveListing live)
                _arrivals.Take(live.News, _reader, _groups);
            var current = feed.Status;
            Check(current);
            Take(current, list as LiveListing);
            return current;
        });
        IsDone = _reader.IsAtEnd(status);
        if (IsDone)
            _groups.Complete();
        IsStopped = !IsDone && (status.Scan is null ? IsAtBudget || (_reader.Next > 0 && !IsWanting && !feed.HasPlenty) : _reader.Next >= status.RowCount && status.Scan.IsStopped);
        Status = SessionStatus.From(status, this, _reader, IsAtBudget, _arrivals.Inserted);
        Ask();
    });

    /// <summary>Tries again after a failure, and counts again where rows were given up that are looked for again.</summary>
    public void Retry()
    {
        Advance(); // What came in until now has its place: it is not read with the others.
        if (_failure is not null)
        {
            (_failure, _groups, _last) = (null, SessionGroups.For(feed.Query), null);
            _reader.Restart();
        }
        else if (feed.Status.Missing > 0)
        {
            _reader.Restart();
            _groups.Recount();
        }

        feed.Retry();
        Advance();
    }

    /// <summary>Grants another budget of pages.</summary>
    public void Continue()
    {
        if (!IsStopped)
            return;
        _wantedRows = _reader.Next + (PagesAsked * PageRequest.MaxSize);
        if (_reader.IsScan)
            feed.Continue();
        else if (IsAtBudget)
            _budgets++;
        Advance();
    }

    /// <summary>Reads on until a session is met, and a screen of others behind it: a list that ends sooner can't be scrolled so that the session is at its top.</summary>
    /// <returns>Its index; null when it is not met within the budget, or reading fails in a way that does not clear itself.</returns>
    public async Task<int?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void Tell() => news.TrySetResult();
            feed.Changed += Tell;
            try
            {
                _wantedSessions = Sessions.Count + FirstScreen;
                Advance();
                var index = _groups.IndexOf(sessionId);
                if (IsDone || IsStopped || Status.Failure is { RetryAt: null } || index + FirstScreen <= Sessions.Count)
                    return index;
                await news.Task.WaitAsync(cancellationToken);
            }
            finally
            {
                feed.Changed -= Tell;
            }
        }
    }

    private void Guard(Action act)
    {
        if (_failure is null)
            feed.Work.Try("grouping events by session", act, Fail);
    }

    private void Fail(string errorId)
    {
        _failure = new FeedFailure(errorId);
        Status = feed.Status with { Failure = _failure, Coverage = Sessions.Count == 0 ? Coverage.Failed : Coverage.Partial, Total = null, RowCount = Sessions.Count, Scan = null };
    }

    private bool IsWanting => Sessions.Count < _wantedSessions || _reader.Next < _wantedRows;

    private bool IsAtBudget => _reader.Next >= Allowed;
    private int Allowed => (PageRequest.MaxSize * pages * _budgets) + _reader.Inserted;

    // In a scan, rows that come in between those that were read put them elsewhere.
    private void Check(FeedStatus status)
    {
        if (_reader.TryRestart(status))
        {
            (_last, _groups) = (null, SessionGroups.For(feed.Query));
        }
        else if (_reader is { IsScan: true, Next: > 0 } && !ReferenceEquals(feed.Row(_reader.Next - 1), _last))
        {
            _reader.Restart();
            _groups.Recount();
        }
    }

    private void Take(FeedStatus status, LiveListing? live)
    {
        foreach (var (index, row) in _reader.Take(_reader.IsScan ? status.RowCount : Math.Min(status.RowCount, Allowed)))
        {
            _last = row;
            if (row is not null)
                _groups.Add(row, live is null ? index : live.IndexBelow(index));
        }

        // Rows that came in meanwhile, on another thread, may have put others elsewhere: then they are counted again next time.
        if (_reader.IsScan && feed.Status.Scan?.RowsRead != status.Scan?.RowsRead)
            _last = null;
    }

    // Rows that a person waits for are wanted; the next ones may be read ahead, and those behind are not read again.
    private void Ask()
    {
        if (IsShort || _reader.Next == 0)
            // A page that is to hold one row holds as many behind it as it can.
            feed.Want(_reader.Next, feed.HasPlenty ? PageRequest.MaxSize : 1, readsAhead: feed.HasPlenty);
        else if (IsDone || IsStopped)
            feed.Want(Math.Max(0, _reader.Next - PageRequest.MaxSize - 1), 1, readsAhead: false);
        else
            feed.Want(_reader.Next - 1, 1, readsAhead: true);
    }
}

using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// A list grouped by session. Its rows are read in order, those first that the sessions in view need, and then on to a budget of pages; of the rows
/// nothing is kept but what their sessions have to say. Used on one turn at a time: who is told of the list's changes calls <see cref="Advance"/>.
/// </summary>
/// <param name="pages">Pages of 250 rows to read before a person is asked.</param>
/// <param name="budgets">How many times that is granted already.</param>
public sealed class SessionScan(CallEventFeed feed, int pages, int budgets = 1)
{
    private const int PageSize = PageRequest.MaxSize;
    private const int FirstScreen = 40;

    private SessionGroups _groups = new();
    private CallEvent? _last;
    private int _next;
    private int _budgets = budgets;
    private int _wantedSessions = FirstScreen;
    private bool _isScan;
    private FeedFailure? _failure;

    public CallEventFeed Feed => feed;

    /// <summary>By the first of its events met. A session never leaves its place, unless the list itself has to begin anew.</summary>
    public IReadOnlyList<SessionGroup> Sessions => _groups.Sessions;

    /// <summary>Events of the list that name no session.</summary>
    public int Sessionless => _groups.Sessionless;

    /// <summary>How many times the budget of pages was granted.</summary>
    public int Budgets => _budgets;

    /// <summary>Whether every event of the list that can be read was.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether the budget of pages is spent, so that a person decides whether to go on.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether sessions in view are still to be met.</summary>
    public bool IsShort => !IsDone && !IsStopped && Sessions.Count < _wantedSessions;

    /// <summary>The list's status in the terms of its sessions: they are what it counts, and its reading is a scan.</summary>
    public FeedStatus Status { get; private set; } = feed.Status;

    /// <summary>Says which sessions are in view. Cheap, and to be called as often as the view moves.</summary>
    public void Want(int start, int count)
    {
        _wantedSessions = start + count;
        Guard(Ask);
    }

    /// <summary>Takes in what the list has read meanwhile, and asks it for more.</summary>
    public void Advance() => Guard(() =>
    {
        var status = feed.Status;
        Check(status);
        Take(status);
        var isAtEnd = _next >= status.RowCount;
        IsDone = isAtEnd && (status.Scan is { } scan ? scan.IsDone : status.Total is not null);
        IsStopped = !IsDone && (status.Scan is null ? _next >= Allowed : isAtEnd && status.Scan.IsStopped);
        Status = Describe(status);
        Ask();
    });

    /// <summary>Tries again after a failure, and counts anew where rows were given up that are looked for again.</summary>
    public void Retry()
    {
        if (_failure is not null)
        {
            (_failure, _groups, _next, _last) = (null, new SessionGroups(), 0, null);
        }
        else if (feed.Status.Missing > 0)
        {
            _next = 0;
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
        if (_isScan)
            feed.Continue();
        else
            _budgets++;
        Advance();
    }

    /// <summary>Reads on until a session is met, and a screen of others behind it: a list that ends sooner can't be scrolled so that the session stands at its top.</summary>
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

    private int Allowed => PageSize * pages * _budgets;

    // A service that turns out to be filtered here has its rows counted anew; rows that come in between those that were read put them elsewhere.
    private void Check(FeedStatus status)
    {
        if (_isScan != status.Scan is not null)
        {
            (_isScan, _next, _last) = (!_isScan, 0, null);
            _groups = new SessionGroups();
        }
        else if (_isScan && _next > 0 && !ReferenceEquals(feed.Row(_next - 1), _last))
        {
            _next = 0;
            _groups.Recount();
        }
    }

    private void Take(FeedStatus status)
    {
        var end = _isScan ? status.RowCount : Math.Min(status.RowCount, Allowed);
        for (; _next < end; _next++)
        {
            var row = feed.Row(_next);
            if (row is null && !feed.IsExpired(_next) && !feed.IsMissing(_next))
                break;
            _last = row;
            if (row is not null)
                _groups.Add(row);
        }

        // Rows that came in meanwhile, on another thread, may have put others elsewhere: then they are counted anew next time.
        if (_isScan && feed.Status.Scan?.RowsRead != status.Scan?.RowsRead)
            _last = null;
    }

    // What a person waits for is wanted; what only comes next is left to be read ahead of need, and what is behind is not read again.
    private void Ask()
    {
        if (IsShort || _next == 0)
            feed.Want(_next, PageSize);
        else if (IsDone || IsStopped)
            feed.Want(Math.Max(0, _next - PageSize - 1), 1);
        else
            feed.Want(_next - 1, 1);
    }

    private FeedStatus Describe(FeedStatus status)
    {
        var isOpen = status.Scan is not null || status.Total is not null;
        return status with
        {
            Coverage = status.Coverage is Coverage.Unreachable or Coverage.Failed || IsDone || !isOpen ? status.Coverage
                : IsStopped || status.Failure is not null ? Coverage.Partial
                : Coverage.Reading,
            Total = isOpen ? Sessions.Count : null,
            RowCount = Sessions.Count,
            Scan = isOpen && status.Coverage is not Coverage.Unreachable ? new ScanProgress(status.Scan?.RowsRead ?? _next, status.Scan?.RowsInAll ?? status.Total, IsStopped, IsDone) : null,
        };
    }
}

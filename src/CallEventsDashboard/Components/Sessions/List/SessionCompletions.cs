using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>
/// Reads the sessions in view whole, a few at a time, and keeps of each what its row says. Where the key's allowance is to be spared, those that the list
/// has whole are taken from there, and the others are read as requests are to spare. A session that leaves the view is not read any more, unless its
/// request is on its way. Used on the page's own turn only, but for <c>changed</c>.
/// </summary>
/// <param name="open">Opens a session to read it; as of now, where it has events that came since.</param>
/// <param name="changed">Called on any thread when <see cref="Advance"/> may have news.</param>
/// <param name="kept">Sessions that are remembered, those that were in view last.</param>
internal sealed class SessionCompletions(Func<string, bool, SessionFeed> open, Action changed, int kept = 500) : IDisposable
{
    public const int MostAtATime = 4;

    private readonly KnownSessions _known = new(kept);
    private readonly Dictionary<string, SessionFeed> _reading = new(StringComparer.OrdinalIgnoreCase);
    private readonly SessionRequests _requests = new();
    private DateTimeOffset? _liveAt;
    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<string> _inView = [];
    private volatile bool _isAwaitingSpare;

    /// <summary>How many sessions are being read now.</summary>
    public int Reading => _reading.Count;

    public int Known => _known.Count;

    /// <summary>Requests that were made for sessions, those that are not kept any more among them.</summary>
    public int Requests => _requests.Count + _reading.Values.Sum(feed => feed.RequestLog.Count);

    /// <summary>The last of them, session by session.</summary>
    public IEnumerable<RequestEntry> RequestLog => _requests.Log.Concat(_reading.Values.SelectMany(feed => feed.RequestLog));

    /// <summary>The key's spare requests; null to read without regard to them.</summary>
    public SpareRequests? Spare { get; init; }

    /// <summary>The session of an id where the list that is shown has it whole; null where it has not.</summary>
    public Func<string, ListedSession?> Listed { get; init; } = _ => null;

    /// <summary>Called with each session that was read whole.</summary>
    public Action<string, SessionFacts> Noted { get; init; } = (_, _) => { };

    /// <summary>Whether sessions in view wait until requests are to spare for them.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Whether rows still have to be found that a person waits for: then no session is begun.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Gives the events as they are while they are masked; null while they are not.</summary>
    public Func<CallEvent, CallEvent>? Mask { get; private set; }

    /// <summary>Masks the facts of the sessions, or shows them. Sessions that were read without a mask have to be read again: its events were dropped.</summary>
    public void MaskBy(Func<CallEvent, CallEvent>? mask)
    {
        Mask = mask;
        if (mask is not null)
            _known.Forget(completion => completion is { Facts: not null, Masked: null });
    }

    public SessionCompletion? this[string sessionId] => _known[sessionId];

    /// <summary>Whether events of a session came into a live list since it was read.</summary>
    public bool IsOutdated(string sessionId) => _known.IsOutdated(sessionId);

    /// <summary>Takes in that a live list went on: sessions in view that have new events are read again, and calls that go on are as long as they are by now.</summary>
    /// <param name="changed">The sessions that got events.</param>
    /// <param name="liveAt">The instant that the list shows; null where it is not live.</param>
    public void Outdate(IReadOnlyCollection<string> changed, DateTimeOffset? liveAt)
    {
        foreach (var id in changed.Where(id => _known[id] is not null || _reading.ContainsKey(id)))
            _known.OutdateLater(id);
        _known.OutdateDue(liveAt, id => Listed(id) is not null);
        if (_liveAt == liveAt)
            return;
        _liveAt = liveAt;
        foreach (var id in _inView.Where(id => this[id] is { Facts.Status: CallStatus.InProgress }))
        {
            if (Listed(id) is { } listed)
                Keep(id, listed);
        }
    }

    /// <summary>Says which sessions are in view, from the top.</summary>
    public void Show(IReadOnlyList<string> sessionIds)
    {
        var left = _inView.Except(sessionIds, StringComparer.OrdinalIgnoreCase).ToList();
        _inView = sessionIds;
        foreach (var id in left)
        {
            if (_reading.TryGetValue(id, out var feed) && this[id] is not null)
                _known.Outdate(id);
            if (feed is not null)
                Close(feed);
            // A session that failed is tried again when it is in view again.
            if (this[id] is { IsComplete: false })
                _known.Forget(id);
        }

        foreach (var id in sessionIds)
            _known.Touch(id);
        Advance();
    }

    /// <summary>Takes in what was read, and begins the next ones.</summary>
    public void Advance()
    {
        foreach (var feed in _reading.Values.ToList())
            Take(feed);
        var (isAnyThere, isShort) = (false, IsWaiting = false);
        foreach (var id in _inView.Where(id => _known.IsWanted(id) && !_reading.ContainsKey(id)).ToList())
        {
            if ((_liveAt is not null || Spare is { IsPlenty: false }) && Listed(id) is { } listed)
            {
                Keep(id, listed);
                isAnyThere = true;
            }
            else if (!IsHeld && Spare is { IsAvailable: false })
            {
                isShort = true;
                IsWaiting |= this[id] is null;
            }
            else if (!IsHeld && _reading.Count < MostAtATime)
            {
                var feed = open(id, _known.Begin(id, _liveAt));
                _reading[id] = feed;
                feed.Changed += changed;
                // To find one session by reading the whole account is out of all proportion for a row.
                feed.LeavesScans = true;
                isAnyThere |= Take(feed);
            }
        }

        if (isShort && !_isAwaitingSpare)
        {
            _isAwaitingSpare = true;
            Spare!.Await(HandleSpare, _closed.Token);
        }

        // A session that somebody else has read is there at once, and will not say so.
        if (isAnyThere)
            changed();
    }

    /// <summary>Tries the sessions again that could not be completed.</summary>
    public void Retry()
    {
        _known.Forget(completion => !completion.IsComplete);
        Advance();
    }

    public void Dispose()
    {
        if (_closed.IsCancellationRequested)
            return;
        _closed.Cancel();
        foreach (var feed in _reading.Values.ToList())
            Close(feed);
        _closed.Dispose();
    }

    private void HandleSpare()
    {
        _isAwaitingSpare = false;
        changed();
    }

    /// <returns>Whether it is known now what came of reading it.</returns>
    private bool Take(SessionFeed feed)
    {
        if (feed.Work.Try("completing a session", () => Completion(feed), id => new SessionCompletion(null, $"error {id} in the dashboard")) is not { } completion)
            return false;
        Close(feed);
        // What was known of it says more than a part of it, or than that it could not be read again; it is tried again later.
        if (completion.IsComplete || this[feed.SessionId] is not { Facts: not null } known || (completion.Facts is not null && !known.IsComplete))
            Keep(feed.SessionId, completion);
        else if (_liveAt is not null)
            _known.OutdateLater(feed.SessionId);
        return true;
    }

    private void Keep(string id, ListedSession listed)
    {
        _known.TryRenew(id);
        Keep(id, Completion(listed.Events, SessionExtent.Whole, listed.AsOf, null));
    }

    private void Keep(string id, SessionCompletion completion)
    {
        _known.Keep(id, completion);
        if (completion is { IsComplete: true, Facts: { } facts })
            Noted(id, facts);
    }

    /// <returns>Null while it is still to be read.</returns>
    private SessionCompletion? Completion(SessionFeed feed)
    {
        var isWhole = feed.IsWhole;
        var (status, events) = (feed.Status, feed.Events);
        if (isWhole)
            return events.Count > 0 ? Completion(events, SessionExtent.Whole, status.AsOf, null) : new SessionCompletion(null, "Telnyx no longer has events of it");
        var problem = SessionProblem.Find(feed, status, events.Count);
        return problem is null ? null : events.Count > 0 ? Completion(events, SessionExtent.NotRead, null, problem) : new SessionCompletion(null, problem);
    }

    private SessionCompletion Completion(IReadOnlyList<CallEvent> events, SessionExtent extent, DateTimeOffset? asOf, string? problem) =>
        new(SessionFacts.Create(events, extent, asOf), problem, Mask is null ? null : SessionFacts.Create([.. events.Select(Mask)], extent, asOf));

    private void Close(SessionFeed feed)
    {
        feed.Changed -= changed;
        _requests.Add(feed.RequestLog);
        feed.Dispose();
        _reading.Remove(feed.SessionId);
    }
}

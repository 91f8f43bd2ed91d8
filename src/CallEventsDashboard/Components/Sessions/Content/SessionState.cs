using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Evidence;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.Content;

/// <summary>The session that a page shows: its feed, and the facts of its events.</summary>
/// <inheritdoc cref="FeedState{TFeed}"/>
internal sealed class SessionState(CallEventFeedFactory feeds, CallEventsClientFactory clients, PrivacyMode privacy, Action changed)
    : FeedState<SessionFeed>(changed)
{
    private string? _sessionId;
    private IReadOnlyList<CallEvent> _events = [];
    private IReadOnlyList<RequestEntry> _earlierRequests = [];
    private FeedFailure? _failure;

    // How many events of the feed are shown: none of them while those of the feed before are.
    private int _taken;

    /// <summary>Null while no event is read.</summary>
    public SessionView? View { get; private set; }

    public bool IsReading => Status.Coverage is Coverage.Reading;

    /// <summary>Opens a session, unless it is the one that is shown.</summary>
    /// <param name="sessionId">Null for one that can't be asked for.</param>
    public void Open(ApiAccount? account, string? sessionId)
    {
        if (account == Account && sessionId == _sessionId)
            return;
        Close();
        (Account, _sessionId, View, _events) = (account, sessionId, null, []);
        if (account is not null && sessionId is not null)
            Follow(feeds.OpenSession(clients.For(account), account.Key, sessionId));
    }

    /// <summary>Reads the session again as of now; what is shown stays until that is done.</summary>
    public void Renew()
    {
        if (Account is not { } account || _sessionId is not { } sessionId)
            return;
        if (!IsRenewing)
            _earlierRequests = Feed?.RequestLog ?? [];
        Close();
        IsRenewing = true;
        Follow(feeds.OpenSession(clients.For(account), account.Key, sessionId, isNew: true));
    }

    public override void Read()
    {
        if (Feed is not { } feed)
            return;
        var isWhole = feed.IsWhole;
        var events = Own(feed);
        var status = feed.Status;
        Status = status with { Coverage = CoverageOf(feed, isWhole), Total = feed.IsFilterIgnored ? events.Count : status.Total, Failure = status.Failure ?? _failure };
        if (_failure is not null)
            Status = Status with { Coverage = View is null ? Coverage.Failed : Coverage.Partial };
        var extent = isWhole ? SessionExtent.Whole : SessionExtent.NotRead;
        var isSame = events.Count == _taken && View?.Session.Extent == extent;
        // The first page is shown at once, and the rest when it is complete: read again for each page, a long session would cost the square of its length.
        if (events.Count == 0 || isSame || _failure is not null || (IsReading && View is not null))
            return;
        (_events, _taken, IsRenewing) = (events, events.Count, false);
        Reconstruct(extent);
    }

    /// <summary>Tries again what failed.</summary>
    public void Retry()
    {
        if (_failure is not null)
            (_failure, _taken) = (null, 0);
        Feed?.Retry();
        Read();
    }

    /// <summary>Shows the session as it may be seen now.</summary>
    public void Mask()
    {
        if (View is { Session.Extent: var extent } && _events.Count > 0)
            Reconstruct(extent);
    }

    /// <summary>The session that is shown, as it is while it is masked.</summary>
    public CallSession Masked()
    {
        var session = View!.Session;
        return SessionReader.Read([.. _events.Select(row => privacy.Masked(row, Account!.Key))], session.Extent, session.AsOf);
    }

    /// <summary>The session as a file keeps it: whole or masked as the page is, whatever single events were revealed.</summary>
    /// <param name="coverage">What the page says of it.</param>
    /// <param name="version">That of this dashboard.</param>
    public SessionEvidence Evidence(EvidenceCoverage coverage, string version, DateTimeOffset savedAt)
    {
        var (session, key) = (View!.Session, Account!.Key);
        var isMasked = privacy.IsOn;
        // While it is read again, or could not be, the session is as it was read before.
        var requests = IsRenewing ? _earlierRequests : Feed!.RequestLog;
        IReadOnlyList<CallEvent> events = isMasked ? [.. _events.Select(row => privacy.Masked(row, key))] : _events;
        return new SessionEvidence
        {
            SessionId = _sessionId!,
            ProductVersion = version,
            SavedAt = savedAt,
            IsMasked = isMasked,
            Extent = session.Extent,
            AsOf = session.AsOf,
            Coverage = coverage,
            Requests = [.. requests.Select(entry => EvidenceRequest.From(entry, query => privacy.Request(query, key)))],
            RequestCount = IsRenewing ? requests.Count : Status.Requests,
            Events = events,
        };
    }

    /// <summary>The events of the session. Where the service filters, they may name none (a conference as a whole); where it does not, such an event is anybody's.</summary>
    private static IReadOnlyList<CallEvent> Own(SessionFeed feed) =>
        feed.IsFilterIgnored ? [.. feed.Events.Where(row => feed.SessionId.Equals(row.SessionId, StringComparison.OrdinalIgnoreCase))] : feed.Events;

    /// <summary>A list is complete when it can be scrolled; a session, when it was read.</summary>
    private static Coverage CoverageOf(SessionFeed feed, bool isWhole) => feed.Status switch
    {
        { Coverage: not Coverage.Complete and var other } => other,
        _ when isWhole => Coverage.Complete,
        { Failure: null } when !feed.IsCut => Coverage.Reading,
        _ => Coverage.Partial,
    };

    private void Reconstruct(SessionExtent extent) => feeds.Work.Try(
        "reconstructing a session",
        () => { View = new SessionView(SessionReader.Read([.. _events.Select(row => privacy.Seen(row, Account!.Key))], extent, Status.AsOf)); },
        id =>
        {
            _failure = new FeedFailure(id);
            Status = Status with { Failure = _failure, Coverage = View is null ? Coverage.Failed : Coverage.Partial };
        });

    protected override void Close()
    {
        base.Close();
        (_taken, IsRenewing, _failure) = (0, false, null);
        Status = new FeedStatus { Coverage = Coverage.Reading };
    }
}

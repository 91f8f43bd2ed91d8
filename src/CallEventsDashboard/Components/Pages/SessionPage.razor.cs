using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Layout;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Sessions.Content;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Components.Status;
using CallEventsDashboard.Evidence;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Pages;

/// <summary>One call: turns the address into a session and the event that is selected in it, and what a person does into a new address.</summary>
public sealed partial class SessionPage
{
    /// <summary>What can be told of a session that the log has nothing of.</summary>
    private static readonly SessionView NoEvents = new(SessionReader.Read([], SessionExtent.Whole));

    private SessionState _shown = null!;
    private SessionPlace _place = SessionPlace.Default;
    private string? _opened;
    private string? _audited;

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter] public required string SessionId { get; set; }

    private string Tab => _place.Tab ?? SessionTabs.Events;

    private ListView View => new() { Status = _shown.Status, IsRenewing = _shown.IsRenewing, AreRequestsOpen = _showsRequests };

    /// <summary>The session that is asked for; null where the address names none.</summary>
    private string? Id => UuidText.Parse(SessionId);

    protected override bool IsOwn(string relative) => DashboardUrls.IsSession(relative, SessionId);

    protected override void OnInitialized()
    {
        _shown = new SessionState(Feeds, Clients, Privacy, () => Render(ReadStatus));
        base.OnInitialized();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _shown.Dispose();
    }

    protected override void OnParametersSet()
    {
        // The canonical address of the same session follows upon another spelling of it.
        var opening = Id ?? SessionId;
        if (opening == _opened)
            return;
        (_opened, _problems) = (opening, []);
        ShowAddress();
    }

    protected override void ShowAddress()
    {
        (_place, var query, var problems, var isCanonical) = SessionPlace.Read(new Uri(Navigation.Uri).Query);
        var parsed = CallEventQueryString.Parse(query);
        if (parsed.Problems.Count + problems.Count > 0)
            _problems = [.. parsed.Problems, .. problems];
        Show(parsed.Query);
        if (!parsed.IsCanonical || !isCanonical || !DashboardUrls.IsCanonicalSession(Navigation.ToBaseRelativePath(Navigation.Uri)))
            Navigation.NavigateTo(DashboardUrls.Session(SessionId, parsed.Query, _place), replace: true);
    }

    protected override void Show(CallEventQuery query)
    {
        _query = query;
        _shown.Open(AccountFor(query), Id);
        if (_shown.Feed is null || Id is not { } id || _audited == id)
            return;
        _audited = id;
        Begin(() => InvokeAsync(() => Audit.SessionOpenedAsync(id)));
    }

    protected override void HandlePrivacy() => _shown.Mask();

    private void ReadStatus()
    {
        _shown.Read();
        NoteKey(_shown.Account, _shown.Status);
    }

    private void ShowList(CallEventQuery query) => Navigation.NavigateTo(DashboardUrls.Events(query));

    private void Select(CallEvent? record) =>
        Navigation.NavigateTo(DashboardUrls.Session(SessionId, _query with { Event = record?.Fingerprint }, _place));

    // Where a person looks goes along in the address, and is no step that Back undoes.
    private void Look(SessionPlace place)
    {
        // The address comes back a round trip later: what is chosen until then adds to this.
        _place = place;
        Navigation.NavigateTo(DashboardUrls.Session(SessionId, _query, place), replace: true);
    }

    /// <summary>The link for a colleague: this session and event, whatever list they were found in.</summary>
    private string CopyLink() => Navigation.ToAbsoluteUri(
        DashboardUrls.Session(SessionId, CallEventQuery.Default with { Event = _query.Event, Key = _shown.Account?.Name }, _place)).ToString();

    private SessionEvidence Evidence()
    {
        var text = CoverageText.From(_shown.Status, InstantFormat.Utc, isSearch: false, capacity: int.MaxValue);
        return _shown.Evidence(new EvidenceCoverage(text.Word, text.Label, _shown.Status.Total, text.Range, text.Notes), ProductVersion.Text, Time.GetUtcNow());
    }

    /// <summary>The part that was not read; null when all was, or reading goes on.</summary>
    private string? Incomplete(SessionView view) => _shown switch
    {
        { IsReading: true } or { Status.Coverage: Coverage.Complete } => null,
        { Feed.IsCut: true } => $"Only the first {CountText.Format(view.Rows.Count)} of {CountText.Format(_shown.Status.RowCount)} events of this session are loaded. What this page says is about those.",
        { Status.Scan: { IsStopped: true } scan } => $"Paused after {CountText.Format(scan.RowsRead)} events to spare your rate limit: this session may have more. “Continue” loads them.",
        _ => $"{CountText.Format(view.Rows.Count)}{(_shown.Status.Total is { } total ? $" of {CountText.Format(total)}" : "")} events of this session are loaded. What this page says is about those.",
    };
}

using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Events;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Components.Pages;

/// <summary>One call: turns the address into a session and the event that is selected in it, and what a person does into a new address.</summary>
public sealed partial class SessionPage : IDisposable
{
    private SessionState _shown = null!;
    private CallEventQuery _query = CallEventQuery.Default;
    private IReadOnlyList<QueryProblem> _problems = [];
    private SessionPlace _place = SessionPlace.Default;
    private string? _opened;
    private string? _audited;
    private bool _showsRequests;
    private CoverageLine? _coverage;

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ApiKeyStore Keys { get; init; }

    [Inject] public required CallEventFeedFactory Feeds { get; init; }

    [Inject] public required CallEventsClientFactory Clients { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required IOptions<TelnyxOptions> Telnyx { get; init; }

    [Parameter] public required string SessionId { get; set; }

    private string Tab => _place.Tab ?? SessionTabs.Events;

    /// <summary>The session that is asked for; null where the address names none.</summary>
    private string? Id => UuidText.Parse(SessionId);

    public void Dispose()
    {
        Navigation.LocationChanged -= HandleLocationChanged;
        Keys.Changed -= HandleKeysChanged;
        Privacy.Changed -= HandlePrivacyChanged;
        _shown.Dispose();
    }

    protected override void OnInitialized()
    {
        _shown = new SessionState(Feeds, Clients, Privacy, () => Render(ReadStatus));
        Navigation.LocationChanged += HandleLocationChanged;
        Keys.Changed += HandleKeysChanged;
        Privacy.Changed += HandlePrivacyChanged;
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

    private void ShowAddress()
    {
        (_place, var query, var problems, var isCanonical) = SessionPlace.Read(new Uri(Navigation.Uri).Query);
        var parsed = CallEventQueryString.Parse(query);
        if (parsed.Problems.Count + problems.Count > 0)
            _problems = [.. parsed.Problems, .. problems];
        Show(parsed.Query);
        if (!parsed.IsCanonical || !isCanonical || !DashboardUrls.IsCanonicalSession(Navigation.ToBaseRelativePath(Navigation.Uri)))
            Navigation.NavigateTo(DashboardUrls.Session(SessionId, parsed.Query, _place), replace: true);
    }

    private void Show(CallEventQuery query)
    {
        _query = query;
        _shown.Open((query.Key is { } name ? Keys.Account(name) : null) ?? Keys.ActiveAccount, Id);
        if (_shown.Feed is null || Id is not { } id || _audited == id)
            return;
        _audited = id;
        Begin(() => InvokeAsync(() => Audit.SessionOpenedAsync(id)));
    }

    private void ReadStatus()
    {
        _shown.Read();
        KeyRefusalReporter.Report(Keys, _shown.Account, _shown.Status);
    }

    private void Select(CallEvent record) => Go(_query with { Event = record.Fingerprint });

    private void Close() => Go(_query with { Event = null });

    private void Go(CallEventQuery query) => Navigation.NavigateTo(DashboardUrls.Session(SessionId, query, _place));

    // Where a person looks goes along in the address, and is no step that Back undoes.
    private void Look(SessionPlace place)
    {
        // The address comes back a round trip later: what is chosen until then adds to this.
        _place = place;
        Navigation.NavigateTo(DashboardUrls.Session(SessionId, _query, place), replace: true);
    }

    private void ShowTab(string tab) => Look(_place with { Tab = tab == SessionTabs.Events ? null : tab });

    /// <summary>The link for a colleague: this session and event, whatever list they were found in.</summary>
    private string CopyLink() => Navigation.ToAbsoluteUri(
        DashboardUrls.Session(SessionId, CallEventQuery.Default with { Event = _query.Event, Key = _shown.Account?.Name }, _place)).ToString();

    /// <summary>The part that was not read; null when all was, or reading goes on.</summary>
    private string? Incomplete(SessionView view) => _shown switch
    {
        { IsReading: true } or { Status.Coverage: Coverage.Complete } => null,
        { Feed.IsCut: true } => $"Only the first {CoverageText.Number(view.Rows.Count)} of {CoverageText.Number(_shown.Status.RowCount)} events of this session are loaded. What this page says is about those.",
        { Status.Scan: { IsStopped: true } scan } => $"Paused after {CoverageText.Number(scan.RowsRead)} events to spare your rate limit: this session may have more. “Continue” loads them.",
        _ => $"{CoverageText.Number(view.Rows.Count)}{(_shown.Status.Total is { } total ? $" of {CoverageText.Number(total)}" : "")} events of this session are loaded. What this page says is about those.",
    };

    private async Task CloseRequestsAsync()
    {
        _showsRequests = false;
        if (_coverage is not null)
            await _coverage.FocusRequestsAsync();
    }

    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change) => Render(() =>
    {
        if (DashboardUrls.IsSession(Navigation.ToBaseRelativePath(change.Location), SessionId))
            ShowAddress();
    });

    private void HandleKeysChanged(object? sender, EventArgs change) => Render(() => Show(_query));

    private void HandlePrivacyChanged(object? sender, EventArgs change) => Render(_shown.Mask);
}

using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Components.Status;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Pages;

/// <summary>The list of events, grouped by session.</summary>
public sealed partial class SessionsPage
{
    private SessionListState _sessions = null!;
    private SessionList? _list;

    [Inject] public required SessionsRead Kept { get; init; }

    private ListView SessionsView => View with
    {
        Status = _sessions.Status,
        Sessions = _sessions.Order,
        EarlierSessions = _sessions.Scan?.Waiting.Count ?? 0,
        IsCompleting = _sessions.IsWaiting,
    };

    protected override string UrlOf(CallEventQuery query) => DashboardUrls.Sessions(query);

    protected override bool IsOwn(string relative) => DashboardUrls.IsSessions(relative);

    protected override void HandleQuery(CallEventQuery query, bool isOther)
    {
        _sessions ??= new SessionListState(_shown, Feeds, Clients, Privacy, () => Render(ReadStatus)) { Kept = Kept };
        _sessions.Read();
    }

    protected override void ReadStatus()
    {
        base.ReadStatus();
        // The list may change before the query of the address has been taken in.
        _sessions?.Read();
    }

    protected override void HandlePrivacy() => _sessions?.Mask();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _sessions?.Dispose();
        base.Dispose(disposing);
    }

    private void Continue()
    {
        _sessions.Scan?.Continue();
        ReadStatus();
    }

    protected override async Task ReadAgainAsync()
    {
        if (!await _shown.RenewAsync(
            () => _list?.TopRowAsync() ?? Task.FromResult<ScrollPosition?>(null), row => _list?.KeepInPlaceAsync(row) ?? Task.CompletedTask, Closed, _sessions.FinderIn))
            return;
        _sessions.Read();
        StateHasChanged();
        if (_list is not null)
            await _list.RefreshAsync();
    }

    protected override Task GoToTopAsync() => _list?.GoToTopAsync() ?? Task.CompletedTask;

    private void Open(string sessionId) => Navigation.NavigateTo(DashboardUrls.Session(sessionId, _query with { Event = null }));

    // A late event without a session is shown in the list of events.
    private void OpenLate(CallEvent row)
    {
        var query = _query with { Event = row.Fingerprint };
        Navigation.NavigateTo(row.SessionId is { Length: > 0 } id ? DashboardUrls.Session(id, query) : DashboardUrls.Events(query));
    }
}

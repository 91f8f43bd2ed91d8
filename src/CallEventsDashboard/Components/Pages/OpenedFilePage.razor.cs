using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Sessions.Content;
using CallEventsDashboard.Evidence;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CallEventsDashboard.Components.Pages;

/// <summary>One call from an evidence file. It needs no key and has nothing that asks Telnyx; the address says what of the session is looked at, and not which it is.</summary>
public sealed partial class OpenedFilePage : IDisposable
{
    private SessionView? _view;
    private SessionPlace _place = SessionPlace.Default;
    private string? _event;
    private string? _otherOutcome;
    private IReadOnlyList<QueryProblem> _problems = [];

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TabEvidence Opened { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    private SessionEvidence Evidence => Opened.Current!;

    private string Tab => _place.Tab ?? SessionTabs.Events;

    private SessionAddress Place => new(Evidence.SessionId, CallEventQuery.Default with { Event = _event }, _place) { IsOfFile = true };

    public void Dispose()
    {
        Navigation.LocationChanged -= HandleLocationChanged;
        Privacy.Changed -= HandlePrivacyChanged;
    }

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += HandleLocationChanged;
        Privacy.Changed += HandlePrivacyChanged;
        if (Opened.Current is not null)
            Show();
        ShowAddress();
    }

    private async Task OpenAsync(SessionEvidence evidence)
    {
        Opened.Open(evidence);
        Show();
        // The address is of another file, unless this one has its event.
        if (_event is not null && _view!.Find(_event) is null)
            Navigation.NavigateTo(DashboardUrls.OpenedFile(), replace: true);
        await Audit.EvidenceOpenedAsync(evidence.SessionId);
    }

    private void Close()
    {
        Opened.Close();
        (_view, _otherOutcome) = (null, null);
        Navigation.NavigateTo(DashboardUrls.OpenedFile(), replace: true);
    }

    // A file that can't be shown is not kept: it would be in the way of the next one.
    private void Show()
    {
        try
        {
            Reconstruct();
            _otherOutcome = Evidence.FindOtherOutcome();
        }
        catch
        {
            Opened.Close();
            throw;
        }
    }

    private void Reconstruct() => _view = new SessionView(Evidence.Reconstruct([.. Evidence.Events.Select(row => Privacy.Seen(row, Opened.StandIns))]));

    private CallSession Masked() => Evidence.Reconstruct([.. Evidence.Events.Select(row => Privacy.Masked(row, Opened.StandIns))]);

    private void ShowAddress()
    {
        (_place, var query, var problems, _) = SessionPlace.Read(new Uri(Navigation.Uri).Query);
        var parts = QueryParts.Split(query);
        var parsed = CallEventQueryString.Parse(QueryParts.Join(parts.Where(part => part.Name == ParameterNames.Event)));
        _event = parsed.Query.Event;
        var others = parts.Where(part => part.Name != ParameterNames.Event).Select(part => QueryProblem.Unknown(part.Name, null)).ToList();
        if (problems.Count + parsed.Problems.Count + others.Count > 0)
            _problems = [.. problems, .. parsed.Problems, .. others];
        var canonical = DashboardUrls.OpenedFile(_event, _place);
        if (Navigation.ToBaseRelativePath(Navigation.Uri) != canonical)
            Navigation.NavigateTo(canonical, replace: true);
    }

    private void Select(CallEvent? record) => Navigation.NavigateTo(DashboardUrls.OpenedFile(record?.Fingerprint, _place));

    private void Look(SessionPlace place)
    {
        _place = place;
        Navigation.NavigateTo(DashboardUrls.OpenedFile(_event, place), replace: true);
    }

    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change) => Render(() =>
    {
        if (DashboardUrls.IsOpenedFile(Navigation.ToBaseRelativePath(change.Location)))
            ShowAddress();
    });

    private void HandlePrivacyChanged(object? sender, EventArgs change) => Render(() =>
    {
        if (_view is not null)
            Reconstruct();
    });
}

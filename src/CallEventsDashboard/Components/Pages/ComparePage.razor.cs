using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Compare;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Sessions.Content;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Sessions.Comparison;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Pages;

/// <summary>Two sessions, or two events, side by side. Each is read as its session's page reads it.</summary>
public sealed partial class ComparePage
{
    private readonly HashSet<string> _audited = new(StringComparer.Ordinal);
    private SessionState _first = null!;
    private SessionState _second = null!;
    private ComparePlace _place = ComparePlace.Empty;
    private (ComparePlace Place, SessionView First, SessionView Second)? _compared;
    private SessionComparison? _sessions;
    private (IReadOnlyList<ComparedFact> Fields, bool IsCut)? _records;

    [Inject] public required AuditLog Audit { get; init; }

    private string Title => _place switch
    {
        { First: null } or { Second: null } => "Compare",
        { IsOfEvents: true } => "Compare two events",
        _ => "Compare two sessions",
    };

    private string State => this switch
    {
        { _first.Status.Failure: not null } or { _second.Status.Failure: not null } => "failed",
        { _first.IsReading: true } or { _second.IsReading: true } => "reading",
        { _records: not null } or { _sessions: not null } => "complete",
        _ => "empty",
    };

    protected override bool IsOwn(string relative) => DashboardUrls.IsCompare(relative);

    protected override void OnInitialized()
    {
        _first = new SessionState(Feeds, Clients, Privacy, () => Render(Read));
        _second = new SessionState(Feeds, Clients, Privacy, () => Render(Read));
        base.OnInitialized();
        ShowAddress();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        _first.Dispose();
        _second.Dispose();
    }

    protected override void ShowAddress()
    {
        (_place, var problems, var isCanonical) = ComparePlace.Read(new Uri(Navigation.Uri).Query);
        if (problems.Count > 0)
            _problems = problems;
        Show(CallEventQuery.Default with { Key = _place.Key });
        if (!isCanonical)
            Go(_place);
    }

    protected override void Show(CallEventQuery query)
    {
        _query = query;
        var account = AccountFor(query);
        // Nothing is asked for before both are chosen.
        var isWhole = _place is { First: not null, Second: not null };
        foreach (var (shown, item) in new[] { (_first, _place.First), (_second, _place.Second) })
        {
            shown.Open(account, isWhole ? item!.SessionId : null);
            if (shown.Feed is not null && _audited.Add(item!.SessionId))
                Begin(() => InvokeAsync(() => Audit.SessionOpenedAsync(item.SessionId)));
        }

        Compare();
    }

    protected override void HandlePrivacy()
    {
        _first.Mask();
        _second.Mask();
        Compare();
    }

    private void Read()
    {
        _first.Read();
        _second.Read();
        NoteKey(_first.Account, _first.Status);
        Compare();
    }

    private void Compare()
    {
        if (_first.View is not { } first || _second.View is not { } second)
        {
            (_compared, _sessions, _records) = (null, null, null);
            return;
        }

        if (_compared == (_place, first, second))
            return;
        _compared = (_place, first, second);
        _sessions = _place.IsOfEvents ? null : SessionComparison.Compare(first.Session, second.Session);
        _records = _place.IsOfEvents && Record(_first, _place.First!) is { } one && Record(_second, _place.Second!) is { } other ? RecordComparison.Compare(one, other) : null;
    }

    private void Go(ComparePlace place) => Navigation.NavigateTo(DashboardUrls.Compare(place), replace: place == _place);

    private string CopyLink() => Navigation.ToAbsoluteUri(DashboardUrls.Compare(_place with { Key = _first.Account?.Name })).ToString();

    private string UrlOf(string sessionId, string? fingerprint) => DashboardUrls.Session(sessionId, _query with { Event = fingerprint });

    private static CallEvent? Record(SessionState shown, ComparedItem item) => shown.View?.Find(item.Event)?.Event;

    /// <summary>What keeps one of the two from being compared, or compared as a whole; null for nothing.</summary>
    private string? Problem(SessionState shown, string letter) => shown switch
    {
        { IsReading: true } => null,
        { View: null } => $"Telnyx lists no events of session {letter} for this API key. It may belong to another account, or Telnyx no longer keeps it.",
        _ when _place.IsOfEvents && Record(shown, letter == "A" ? _place.First! : _place.Second!) is null => $"The event that {letter} names is not in its session any more.",
        { Status.Coverage: not Coverage.Complete } => $"Not all events of session {letter} are loaded: the comparison is about those that are.",
        _ => null,
    };

    private static string Verdict(SessionComparison compared, SessionView first, SessionView second)
    {
        if (compared.FirstDifference is not { } at)
            return $"Both went the same way, in all {CountText.Format(compared.Steps.Count, "step")}.";
        var step = compared.Steps[at];
        return $"They part at step {CountText.Format(at + 1)}: A has {Describe(step.First, first)}, B has {Describe(step.Second, second)}.";
    }

    private static string Describe(Mark? mark, SessionView view) => mark is null ? "nothing there"
        : $"{(mark.Name.Length > 0 ? VisibleText.Word(mark.Name) : "an event without a name")}{(mark.IsFailed ? mark.IsRefused ? ", refused" : ", failed" : "")}{(mark.At - view.Session.Start is { } since ? $" after {DurationText.Format(since)}" : "")}";
}

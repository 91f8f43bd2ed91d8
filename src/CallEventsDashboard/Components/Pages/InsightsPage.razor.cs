using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Insights;
using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Insights;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Pages;

/// <summary>The measures of a list. Nothing is asked before a person asks for it, and what was asked stays as it is until they do so again.</summary>
public sealed partial class InsightsPage
{
    private ApiAccount? _account;
    private InsightReader? _reader;
    private InsightStatus? _status;
    private InsightHead? _head;

    [Inject] public required InsightShelf Shelf { get; init; }

    [Inject] public required SessionsRead Kept { get; init; }

    protected override bool IsOwn(string relative) => DashboardUrls.IsInsights(relative);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        ShowAddress();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            Leave();
    }

    protected override void ShowAddress()
    {
        var parsed = CallEventQueryString.Parse(new Uri(Navigation.Uri).Query);
        if (parsed.Problems.Count > 0 || parsed.Query.List != _query.List)
            _problems = parsed.Problems;
        var query = parsed.Query with { Event = null };
        Show(query);
        if (!parsed.IsCanonical || parsed.Query.Event is not null)
            Go(query, replace: true);
    }

    protected override void Show(CallEventQuery query)
    {
        var account = AccountFor(query);
        var isSame = account == _account && query.List with { Order = default } == _query.List with { Order = default } && _reader is not null;
        _query = query;
        if (isSame)
            return;
        Leave();
        (_account, _reader, _status) = (account, account is null ? null : Shelf.Open(Clients.For(account), account.Key, query), null);
        if (_reader is null)
            return;
        _reader.Changed += HandleChanged;
        Read();
    }

    protected override void HandlePrivacy()
    {
    }

    private string State => _status switch
    {
        null => "idle",
        { IsWaiting: true } => "waiting",
        { Activity: InsightActivity.Counting } => "counting",
        { Activity: not InsightActivity.None } => "reading",
        { Failure: not null } => "failed",
        { CountedAt: null } => "idle",
        _ => "counted",
    };

    private IReadOnlyDictionary<string, string> Badges =>
        _status?.AppliedBy.ToDictionary(pair => pair.Key, pair => pair.Value.ToString().ToLowerInvariant(), StringComparer.Ordinal) ?? [];

    /// <summary>The same list with what Telnyx can be asked for alone.</summary>
    private CallEventQuery Countable => _query with
    {
        Search = null,
        CallFailed = false,
        Conditions = _query.Conditions.All.Where(condition => condition.Single is not null && condition.Parameter != FilterCatalogue.Party)
            .Aggregate(QueryConditions.None, (conditions, condition) => conditions.WithSingle(condition.Parameter, condition.Single)),
    };

    private IReadOnlyList<CallFigures> SessionsOf(ApiAccount account)
    {
        var plan = FilterPlan.For(_query, Clients.For(account).Clock.Now);
        return Kept.Find(account.Key, _query, plan.Wanted.From ?? (plan.ReachesBeyondHorizon ? null : plan.Horizon));
    }

    private void Go(CallEventQuery query, bool replace = false) => Navigation.NavigateTo(DashboardUrls.Insights(query), replace: replace);

    /// <summary>The link for a colleague: until when it was counted.</summary>
    private string CopyLink()
    {
        var status = new FeedStatus { Coverage = Coverage.Complete, AsOf = _status?.CountedAt, From = _status?.CountedFrom };
        return Navigation.ToAbsoluteUri(DashboardUrls.Insights(SharedLink.Create(_query, status, _account?.Name))).ToString();
    }

    private async Task CloseDrawerAsync()
    {
        _showsRequests = false;
        if (_head is not null)
            await _head.FocusRequestsAsync();
    }

    private void HandleChanged() => Render(Read);

    private void Read()
    {
        _status = _reader?.Status;
        if (_account is null || _status is null)
            return;
        if (_status.Failure?.Error is { IsKeyRefused: true })
            Keys.Judge(_account, isRefused: true);
        else if (_status is { Failure: null, CountedAt: not null, Activity: InsightActivity.None })
            Keys.Judge(_account, isRefused: false);
    }

    private void Leave()
    {
        if (_reader is null)
            return;
        _reader.Changed -= HandleChanged;
        _reader.Stop();
        _reader = null;
    }
}

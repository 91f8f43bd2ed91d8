using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

public sealed class NeighbourReaderTests : IDisposable
{
    private readonly SimulatedTime _time = SandboxAccount.Clock();
    private readonly List<HttpClient> _clients = [];
    private RefusedEndpoints? _refused;

    [Fact]
    public async Task Deliveries_OfAWebhookThatFailedFirst_HaveBothAttempts()
    {
        var api = Account();
        var row = await FailedAsync(api);
        var reader = Open(api);

        var answer = await AskAsync(reader, row);

        var delivery = WebhookDelivery.Read(Assert.Single(answer.Records));
        Assert.Equal((NeighbourState.Answered, row.EventId, row.Name), (answer.State, delivery.EventId, delivery.EventType));
        Assert.Equal([true, false], delivery.Attempts.Select(attempt => attempt.IsDelivered == false));
        Assert.Equal("200", delivery.Attempts[1].AnswerStatus);
        var entry = Assert.Single(reader.Log);
        Assert.Equal(("webhook_deliveries", "deliveries", 200, 1), (entry.Path, entry.Purpose, entry.Status, entry.Rows));
        Assert.Equal(answer, reader.Known(Question(row)));
    }

    [Fact]
    public async Task Deliveries_ThatAreLost_AreAnEmptyAnswer()
    {
        var api = Account(ResourceTrap.LostDeliveries);
        var answer = await AskAsync(Open(api), await FailedAsync(api));

        Assert.Equal((NeighbourState.Answered, 0), (answer.State, answer.Records.Count));
    }

    /// <summary>What an answer says of a call stands until there is another answer.</summary>
    [Theory]
    [InlineData(NeighbourState.Answered, NeighbourState.RateLimited, true)]
    [InlineData(NeighbourState.Answered, NeighbourState.NotYet, true)]
    [InlineData(NeighbourState.NotYet, NeighbourState.RateLimited, true)]
    [InlineData(NeighbourState.NotYet, NeighbourState.NotYet, false)]
    [InlineData(NeighbourState.Failed, NeighbourState.RateLimited, false)]
    [InlineData(NeighbourState.RateLimited, NeighbourState.Answered, false)]
    public void Answer_AskedForAgainInVain_Stands(NeighbourState before, NeighbourState after, bool stands)
    {
        var (first, second) = (new NeighbourAnswer(before, [], _time.GetUtcNow()), new NeighbourAnswer(after, [], _time.GetUtcNow()));

        var known = second.After(first);

        Assert.Equal((stands ? before : after, stands ? second : null), (known.State, known.AskedAgain));
    }

    /// <summary>That Telnyx does not know a call any more ends what was known of it: an old “up” would be wrong.</summary>
    [Theory]
    [InlineData(true, NeighbourState.NotYet)]
    [InlineData(false, NeighbourState.Answered)]
    public void Answer_OfSomethingThatIsGone_StandsUnlessItWasThereForATimeOnly(bool isLiving, NeighbourState known)
    {
        var gone = new NeighbourAnswer(NeighbourState.NotYet, [], _time.GetUtcNow()).After(new NeighbourAnswer(NeighbourState.Answered, [], _time.GetUtcNow()), isLiving);

        Assert.Equal(known, gone.State);
    }

    /// <summary>That a call is over is an answer, too.</summary>
    [Fact]
    public void Refusal_OfACallThatIsOver_StandsWhenItIsAskedForAgainInVain()
    {
        var over = new NeighbourAnswer(NeighbourState.Failed, [], _time.GetUtcNow(), new TelnyxException(TelnyxError.InvalidRequest) { StatusCode = System.Net.HttpStatusCode.UnprocessableEntity });

        Assert.Equal(over.Failure, new NeighbourAnswer(NeighbourState.RateLimited, [], _time.GetUtcNow()).After(over).Failure);
    }

    [Fact]
    public async Task Refusal_IsRememberedForAnHourByEveryPageOfTheKey()
    {
        var api = Account(ResourceTrap.Forbidden);
        var row = await FailedAsync(api);
        Assert.Equal(NeighbourState.NotPermitted, (await AskAsync(Open(api), row)).State);
        var asked = api.RequestsBeside.Count;

        var other = Open(api);
        Assert.True(other.IsRefused(WebhookDeliveries.Endpoint));
        Assert.False(other.IsRefused(SessionAnalyses.Endpoint));
        Assert.Equal(NeighbourState.NotPermitted, (await AskAsync(other, row)).State);
        Assert.Equal((asked, 0), (api.RequestsBeside.Count, other.Log.Count));

        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(other.IsRefused(WebhookDeliveries.Endpoint));
        await AskAsync(other, row);
        Assert.Equal(asked + 1, api.RequestsBeside.Count);
    }

    [Fact]
    public async Task Analysis_OfACallThatHasJustEnded_ComesAfterNotFoundAndConflict()
    {
        var api = Account(CallScenario.Inbound);
        var session = api.Events()[0].SessionId!.Value.ToString();
        var reader = Open(api);
        var answer = await reader.AskAsync(SessionAnalyses.OfSession(session), "carrier", CancellationToken.None);
        var analysis = SessionAnalysis.Read(answer.Records[0]);
        Assert.Equal((NeighbourState.Answered, session), (answer.State, analysis.SessionId));
        Assert.Contains(analysis.Records, record => record is { Product: "sip-trunking", HangupDetails: "recv_bye" or "send_bye" });

        var young = await reader.AskAsync(SessionAnalyses.OfSession("5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0"), "carrier", CancellationToken.None);
        Assert.Equal((NeighbourState.NotYet, 404), (young.State, (int)young.Failure!.StatusCode!));
        var unready = await Open(Account(ResourceTrap.Unanalysed)).AskAsync(SessionAnalyses.OfSession(session), "carrier", CancellationToken.None);
        Assert.Equal((NeighbourState.NotYet, 409), (unready.State, (int)unready.Failure!.StatusCode!));
    }

    [Fact]
    public async Task Limit_OfOneEndpoint_LeavesTheOthersAndTheLogAlone()
    {
        var api = new SandboxApi(new SandboxOptions { Events = 0, Scenarios = Calls(CallScenario.FailedDelivery), RateLimit = new RequestLimit(2, TimeSpan.FromMinutes(1)) }, _time);
        var rows = await WebhooksAsync(api);
        var budgets = new RequestBudgetRegistry(_time, new Recorded().Work);
        var reader = Open(api, budgets: budgets);
        await AskAsync(reader, rows[0]);
        await AskAsync(reader, rows[1]);

        using var stop = new CancellationTokenSource();
        var third = reader.AskAsync(Question(rows[2]), "deliveries", stop.Token);
        Assert.False(third.IsCompleted);
        Assert.Equal(NeighbourState.Answered, (await reader.AskAsync(SessionAnalyses.OfSession(rows[0].SessionId!), "carrier", CancellationToken.None)).State);
        Assert.Null(budgets.For(KeyIdentity.From(Key)).Allowance);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.DoesNotContain(api.RequestsBeside, request => request.Status == 429);
    }

    [Fact]
    public async Task Wait_ThatTelnyxAskedFor_IsSaidWithoutAnotherRequest()
    {
        var api = Account();
        var row = await FailedAsync(api);
        api.Faults = new SandboxFaults { Fault = Fault.RateLimited, RetryAfter = "7" };
        var reader = Open(api);
        var refused = await AskAsync(reader, row);
        Assert.Equal((NeighbourState.RateLimited, TimeSpan.FromSeconds(7)), (refused.State, refused.Failure!.RetryAfter));
        var asked = api.RequestsBeside.Count;

        Assert.Equal(NeighbourState.RateLimited, (await AskAsync(reader, row)).State);
        Assert.Equal(asked, api.RequestsBeside.Count);
    }

    [Fact]
    public async Task Switch_TurnedOff_LetsNothingBeAsked()
    {
        var api = Account();
        var row = await FailedAsync(api);
        var asked = api.RequestsBeside.Count;
        var reader = Open(api, new NeighboursOptions { WebhookDeliveries = false });

        Assert.False(reader.Offers(WebhookDeliveries.Endpoint));
        Assert.True(reader.Offers(SessionAnalyses.Endpoint));
        Assert.Equal(NeighbourState.NotPermitted, (await AskAsync(reader, row)).State);
        Assert.Equal(asked, api.RequestsBeside.Count);
        Assert.False(new NeighboursOptions { Enabled = false }.Allows(SessionAnalyses.Endpoint));
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());

    private static ApiKey Key { get; } = ApiKey.TryParse("KEY0123456789ABCDEF_example7f3a")!;

    private static ResourceRequest Question(CallEvent row) => WebhookDeliveries.OfEvent(row.EventId!, row.OccurredAt);

    private static Task<NeighbourAnswer> AskAsync(NeighbourReader reader, CallEvent row) => reader.AskAsync(Question(row), "deliveries", CancellationToken.None);

    private static Dictionary<CallScenario, int> Calls(CallScenario scenario) => new() { [scenario] = 1 };

    private SandboxApi Account(ResourceTrap trap) => Account(CallScenario.FailedDelivery, trap);

    private SandboxApi Account(CallScenario scenario = CallScenario.FailedDelivery, params ResourceTrap[] traps) =>
        new(new SandboxOptions { Events = 0, Scenarios = Calls(scenario), Traps = traps.ToHashSet() }, _time);

    private NeighbourReader Open(SandboxApi api, NeighboursOptions? options = null, RequestBudgetRegistry? budgets = null)
    {
        var requests = new TelnyxRequests(Http(api), _time, new CallEventsClientOptions());
        return new NeighbourReader(
            new NeighbourSender(requests, Key, budgets ?? new RequestBudgetRegistry(_time, new Recorded().Work), _time), options ?? new NeighboursOptions(), _refused ??= new RefusedEndpoints(_time), new ConnectionRegister(new Recorded().Work, _time), _time);
    }

    private HttpClient Http(SandboxApi api)
    {
        var http = new HttpClient(new SandboxHandler(api)) { BaseAddress = new Uri("http://sandbox.test/v2/") };
        _clients.Add(http);
        return http;
    }

    private async Task<IReadOnlyList<CallEvent>> WebhooksAsync(SandboxApi api)
    {
        var client = new CallEventsClient(Http(api), _time, new CallEventsClientOptions());
        var page = await client.ListAsync(Key, CallEventFilter.None, new PageRequest(1, 250), onRetry: null, CancellationToken.None);
        return [.. page.Events.Where(row => row is { IsWebhook: true, Attempt: 1, EventId: not null })];
    }

    private async Task<CallEvent> FailedAsync(SandboxApi api) => (await WebhooksAsync(api)).First(row => row.Failed is true);
}

using System.Net;
using System.Text.Json;

namespace CallEventsDashboard.Sandbox;

/// <summary>The resources beside the log tell of the same calls as the log, with the traps that the real ones have.</summary>
public sealed class ResourceTests : IDisposable
{
    private readonly SimulatedTime _time = SandboxAccount.Clock();
    private readonly SandboxApi _api;
    private readonly HttpClient _http;

    public ResourceTests()
    {
        _api = SandboxAccount.Open(new SandboxOptions { Events = 600 }, _time);
        _http = new HttpClient(new SandboxHandler(_api)) { BaseAddress = new Uri("http://sandbox.test/v2/") };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", "KEY_TEST");
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Deliveries_HaveTheAttemptsOfTheLog()
    {
        var logged = _api.Events().Where(row => row.Type == "webhook" && row.OccurredAt < _time.GetUtcNow().AddSeconds(-5)).ToList();
        var told = await AllAsync("webhook_deliveries?page[size]=250");

        Assert.Equal(logged.Count, told.Sum(delivery => delivery.GetProperty("attempts").GetArrayLength()));
        Assert.Equal(
            logged.Count(row => row.Failed),
            told.SelectMany(delivery => delivery.GetProperty("attempts").EnumerateArray()).Count(attempt => attempt.GetProperty("status").GetString() == "failed"));
        Assert.All(told, delivery => Assert.Equal(delivery.GetProperty("status").GetString(), delivery.GetProperty("attempts")[0].GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData("detail_records", HttpStatusCode.BadRequest)]
    [InlineData("detail_records?filter[record_type][]=sip-trunking", HttpStatusCode.BadRequest)]
    [InlineData("webhook_deliveries?filter[status][eq]=success", HttpStatusCode.UnprocessableEntity)]
    [InlineData("session_analysis/call-session/7", HttpStatusCode.BadRequest)]
    [InlineData("session_analysis/call-session/5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0", HttpStatusCode.NotFound)]
    [InlineData("calls/v3:nobody", HttpStatusCode.NotFound)]
    [InlineData("connections/1", HttpStatusCode.NotFound)]
    [InlineData("texml_applications?page[size]=0", HttpStatusCode.UnprocessableEntity)]
    public async Task Request_ThatTheServiceRefuses_IsRefused(string request, HttpStatusCode status)
    {
        using var response = await _http.GetAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task DetailRecords_AreCutTo50InSilence_AndAFilterOnNoFieldFindsNothing()
    {
        var page = await GetAsync("detail_records?filter[record_type]=sip-trunking&page[size]=250");
        var times = page.GetProperty("data").EnumerateArray().Select(record => record.GetProperty("started_at").GetString()).ToList();

        Assert.Equal((50, 50), (times.Count, page.GetProperty("meta").GetProperty("page_size").GetInt32()));
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        Assert.Equal(0, (await GetAsync("detail_records?filter[record_type]=sip-trunking&filter[colour]=blue")).GetProperty("data").GetArrayLength());
        Assert.Equal(0, (await GetAsync("detail_records?filter[record_type]=sip-trunking&filter[telnyx_leg_id]=x")).GetProperty("data").GetArrayLength());
        Assert.Equal(0, (await GetAsync("detail_records?filter[record_type]=fax")).GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Connections_OfTheLog_AreEachInOneOfTheTwoLists()
    {
        var named = (await AllAsync("connections?page[size]=250")).Concat(await AllAsync("call_control_applications?page[size]=250")).Select(connection => connection.GetProperty("id").GetString()).ToList();

        Assert.Equal(named.Count, named.Distinct().Count());
        Assert.Empty(_api.Events().Select(row => row.ConnectionId).Except(named));
    }

    [Theory]
    [InlineData(ResourceTrap.ApplicationsApart, 1)]
    [InlineData(ResourceTrap.MixedConnections, 10)]
    public async Task Connections_WithATrap_AreListedAsItSays_AndApplicationsByTheirProduct(ResourceTrap trap, int connections)
    {
        _api.Faults = new SandboxFaults { Traps = [trap] };

        Assert.Equal(connections, (await AllAsync("connections?page[size]=250")).Count);
        Assert.Equal((6, 2, 1), ((await AllAsync("call_control_applications?page[size]=250")).Count, (await AllAsync("texml_applications?page[size]=250")).Count, (await AllAsync("fax_applications?page[size]=250")).Count));
        Assert.All(await AllAsync("connections?page[size]=250"), connection => Assert.False(connection.TryGetProperty("webhook_timeout_secs", out _)));
    }

    [Fact]
    public async Task Connections_OfDetailRecords_AreListed_TheSipTrunkAmongThem()
    {
        var named = (await AllAsync("connections?page[size]=250")).Concat(await AllAsync("call_control_applications?page[size]=250")).ToDictionary(connection => connection.GetProperty("id").GetString()!);
        var used = (await AllAsync("detail_records?filter[record_type]=sip-trunking&page[size]=50")).Select(record => record.GetProperty("connection_id").GetString()!);

        Assert.Empty(used.Except(named.Keys));
        Assert.Equal(("ip_connection", "Office trunk"), (named["2811212257810188990"].GetProperty("record_type").GetString(), named["2811212257810188990"].GetProperty("connection_name").GetString()));
    }

    [Fact]
    public async Task Calls_ThatTheLogHasForgotten_HaveTheirRecordsOfEitherType_AndAnAnalysis()
    {
        var logged = _api.Events().Select(row => row.SessionId?.ToString()).ToHashSet();
        var forgotten = (await AllAsync("detail_records?filter[record_type]=call-control&page[size]=50")).Select(Session).Where(session => !logged.Contains(session)).ToList();
        Assert.Equal(8, forgotten.Count);
        foreach (var session in forgotten)
        {
            Assert.Single(await AllAsync($"detail_records?filter[record_type]=sip-trunking&filter[telnyx_session_id]={session}"));
            Assert.Equal(2, (await GetAsync($"session_analysis/call-session/{session}")).GetProperty("meta").GetProperty("event_count").GetInt32());
        }

        var trunk = (await AllAsync("detail_records?filter[record_type]=sip-trunking&filter[cli]=%2B13035550100"))[0];
        Assert.Equal("sip-trunking", (await GetAsync($"session_analysis/call-session/{Session(trunk)}")).GetProperty("root").GetProperty("product").GetString());

        static string Session(JsonElement record) => record.GetProperty("telnyx_session_id").GetString()!;
    }

    [Fact]
    public async Task Call_WhoseHangUpTheLogLost_HasOneEndInAllResources()
    {
        var time = SandboxAccount.Clock();
        var api = SandboxAccount.Open(new SandboxOptions { Events = 0, Scenarios = new Dictionary<CallScenario, int> { [CallScenario.LostHangup] = 1 } }, time);
        using var http = new HttpClient(new SandboxHandler(api)) { BaseAddress = new Uri("http://sandbox.test/v2/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "KEY_TEST");
        var session = api.Events()[0].SessionId;

        var analysis = JsonDocument.Parse(await http.GetStringAsync($"session_analysis/call-session/{session}", TestContext.Current.CancellationToken)).RootElement;
        var records = JsonDocument.Parse(await http.GetStringAsync($"detail_records?filter[record_type]=sip-trunking&filter[telnyx_session_id]={session}", TestContext.Current.CancellationToken)).RootElement.GetProperty("data");

        var leg = analysis.GetProperty("root").GetProperty("children")[0].GetProperty("record");
        Assert.Equal(4, (leg.GetProperty("finished_at").GetDateTimeOffset() - leg.GetProperty("started_at").GetDateTimeOffset()).TotalHours);
        Assert.Equal(leg.GetProperty("finished_at").GetString(), Assert.Single(records.EnumerateArray()).GetProperty("finished_at").GetString());
        using var call = await http.GetAsync($"calls/{leg.GetProperty("call_control_id").GetString()}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, call.StatusCode);
    }

    [Fact]
    public async Task Lists_WithShortPages_AndWithoutTotals_CutInSilence()
    {
        _api.Faults = new SandboxFaults { Traps = [ResourceTrap.ShortPages] };
        foreach (var list in new[] { "connections", "recordings", "webhook_deliveries", "detail_records?filter[record_type]=sip-trunking" })
        {
            var page = await GetAsync($"{list}{(list.Contains('?', StringComparison.Ordinal) ? "&" : "?")}page[size]=50");
            Assert.Equal((2, 2), (page.GetProperty("data").GetArrayLength(), page.GetProperty("meta").GetProperty("page_size").GetInt32()));
            Assert.InRange(page.GetProperty("meta").GetProperty("total_results").GetInt32(), 3, int.MaxValue);
        }

        _api.Faults = new SandboxFaults { Traps = [ResourceTrap.NoTotals] };
        Assert.Equal(["page_number", "page_size"], (await GetAsync("connections")).GetProperty("meta").EnumerateObject().Select(member => member.Name));
    }

    private async Task<List<JsonElement>> AllAsync(string request)
    {
        var rows = new List<JsonElement>();
        for (var number = 1; ; number++)
        {
            var page = await GetAsync(FormattableString.Invariant($"{request}&page[number]={number}"));
            rows.AddRange(page.GetProperty("data").EnumerateArray());
            if (rows.Count >= page.GetProperty("meta").GetProperty("total_results").GetInt32())
                return rows;
        }
    }

    private async Task<JsonElement> GetAsync(string request)
    {
        await using var body = await _http.GetStreamAsync(request, TestContext.Current.CancellationToken);
        return (await JsonDocument.ParseAsync(body, cancellationToken: TestContext.Current.CancellationToken)).RootElement;
    }
}

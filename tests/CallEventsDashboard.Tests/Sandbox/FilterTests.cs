using System.Globalization;
using CsCheck;

namespace CallEventsDashboard.Sandbox;

public sealed class FilterTests
{
    private static readonly SandboxApi Api = SandboxAccount.Open(SandboxAccount.AllFilters);
    private static readonly List<SandboxEvent> Rows = SandboxAccount.LastDay(Api);
    private static readonly string[] Products = ["call_control", "fax", "texml"];
    private static readonly string[] Statuses = ["init", "in_progress", "completed"];

    private static readonly Gen<Part>[] Filters =
    [
        Gen.OneOf([.. Rows.Select(row => row.Name).Distinct(), "no.such.name"]).Select(name => Make("name", name, row => row.Name == name)),
        Gen.OneOf([.. Rows.Select(row => row.From).OfType<string>().Distinct()]).Select(number => Make("from", number, row => row.From == number)),
        Gen.OneOf([.. Rows.Select(row => row.To).OfType<string>().Distinct(), "+12025550199"]).Select(number => Make("to", number, row => row.To == number)),
        Gen.OneOf("command", "webhook").Select(type => Make("type", type, row => row.Type.EndsWith(type, StringComparison.Ordinal))),
        Gen.Bool.Select(failed => Make("failed", failed ? "true" : "false", row => row.Failed == failed)),
        Gen.OneOf(Products).Select(product => Make("product", product, row => row.Product == product)),
        Gen.OneOf([.. Rows.Select(row => row.ConnectionId).Distinct()]).Select(id => Make("connection_id", id, row => row.ConnectionId == id)),
        Gen.OneOf([.. Rows.Select(row => row.OutboundVoiceProfileId).Distinct()])
            .Select(id => Make("outbound.outbound_voice_profile_id", id, row => row.OutboundVoiceProfileId == id)),
        Gen.OneOf(Statuses).Select(status => Make("status", status, row => row.Status == status)),
        Gen.OneOf("MAIN", "line", "texml)", "café").Select(text => new Part(
            $"filter[application_name][contains]={Uri.EscapeDataString(text)}",
            row => row.ApplicationName.Contains(text, StringComparison.OrdinalIgnoreCase))),
        Gen.Select(Gen.OneOf("eq", "gt", "gte", "lt", "lte"), Gen.OneOf([.. Rows.Select(row => row.OccurredAt)])).Select(Bound),
    ];

    [Fact]
    public async Task Filter_Alone_SelectsWhatBruteForceSelects()
    {
        using var client = new SandboxClient(Api);
        foreach (var filter in Filters)
            await filter.SampleAsync(part => ExpectAsync(client, part), iter: 15, threads: 1);
    }

    [Fact]
    public async Task Filters_Combined_SelectWhatBruteForceSelects()
    {
        using var client = new SandboxClient(Api);
        await Gen.ShuffleSelect(Filters, 2, 4).SampleAsync(parts => ExpectAsync(client, parts), iter: 150, threads: 1);
    }

    [Theory]
    [InlineData("leg_id")]
    [InlineData("application_session_id")]
    public async Task Ids_OfRowsBeyondTheHorizon_LiftIt(string filter)
    {
        using var client = new SandboxClient(Api);
        var old = Api.Events().First(row => row.OccurredAt < SandboxAccount.Start.AddDays(-2) && row.SessionId is not null);
        var id = filter == "leg_id" ? old.LegId : old.SessionId;
        var expected = Api.Events().Count(row => (filter == "leg_id" ? row.LegId : row.SessionId) == id);

        Assert.Equal(expected, await client.CountAsync(SandboxClient.Filter(filter, id.ToString()!)));
        Assert.Equal(0, await client.CountAsync($"filter[occurred_at][lt]={SandboxAccount.Start.AddDays(-1):yyyy-MM-ddTHH:mm:ssZ}"));
    }

    [Theory]
    [InlineData("filter[call_leg_id]=x")]
    [InlineData("filter[call_session_id]=x")]
    [InlineData("filter[bogus]=1")]
    [InlineData("filter[bogus][gte]=1")]
    [InlineData("page[after]=v1:x")]
    [InlineData("order=desc")]
    public async Task Parameter_Unknown_ChangesNothing(string query)
    {
        using var client = new SandboxClient(Api);

        Assert.Equal(Rows.Count, await client.CountAsync(query));
    }

    [Theory]
    [InlineData("filter[status]=nonsense")]
    [InlineData("filter[application_name][contains]=x")]
    [InlineData("filter[outbound.outbound_voice_profile_id]=1")]
    public async Task BorrowedFilter_ByDefault_IsIgnoredInSilence(string query)
    {
        var api = SandboxAccount.Open();
        using var client = new SandboxClient(api);

        Assert.Equal(SandboxAccount.LastDay(api).Count, await client.CountAsync(query));
    }

    [Fact]
    public async Task Number_WithARawPlus_MatchesNothing()
    {
        using var client = new SandboxClient(Api);
        var number = Rows.Select(row => row.From).First(from => from?.StartsWith('+') == true)!;

        Assert.Equal(0, await client.CountAsync($"filter[from]={number}"));
        Assert.NotEqual(0, await client.CountAsync($"filter[from]=%2B{number[1..]}"));
    }

    [Fact]
    public async Task TwoBounds_WhereTheLastWins_DropTheFirst()
    {
        using var client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 500, TwoBounds = TwoBounds.LastWins }));
        const string later = "filter[occurred_at][gte]=2026-11-23T12:00:00Z";

        Assert.Equal(await client.CountAsync(later), await client.CountAsync($"filter[occurred_at][lte]=2026-11-23T13:00:00Z&{later}"));
    }

    private static async Task ExpectAsync(SandboxClient client, params Part[] parts)
    {
        var query = string.Join('&', parts.Select(part => part.Query));
        var expected = Rows.Where(row => Array.TrueForAll(parts, part => part.Matches(row))).ToList();
        var served = await client.ReadAllAsync(query);

        Assert.Equal(expected.Count, await client.CountAsync(query));
        Assert.Equal(
            expected.Select(row => (Time(row.OccurredAt), row.Name, row.Type)),
            served.Select(row => (row.GetProperty("event_timestamp").GetString()!, row.GetProperty("name").GetString()!, row.GetProperty("type").GetString()!)));
    }

    private static Part Make(string name, string value, Func<SandboxEvent, bool> matches) =>
        new(SandboxClient.Filter(name, value), matches);

    private static Part Bound(string @operator, DateTimeOffset bound) => new(
        $"filter[occurred_at][{@operator}]={Time(bound)}",
        row => @operator switch
        {
            "eq" => row.OccurredAt == bound,
            "gt" => row.OccurredAt > bound,
            "gte" => row.OccurredAt >= bound,
            "lt" => row.OccurredAt < bound,
            _ => row.OccurredAt <= bound,
        });

    private static string Time(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private sealed record Part(string Query, Func<SandboxEvent, bool> Matches);
}

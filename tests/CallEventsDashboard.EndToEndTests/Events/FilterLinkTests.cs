using System.Globalization;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>Each filter alone, from a link: the page shows exactly the rows that the API answers to the same filter.</summary>
public sealed class FilterLinkTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    /// <summary>The parameter of a link, the wire's name, and the value: <c>@field</c> stands for that field of a row of the account.</summary>
    public static TheoryData<string, string, string> Applied => new()
    {
        { "leg_id", "filter[leg_id]", "@leg_id" },
        { "application_session_id", "filter[application_session_id]", "@application_session_id" },
        { "connection_id", "filter[connection_id]", "@connection_id" },
        { "product", "filter[product]", "fax" },
        { "product", "filter[product]", "texml" },
        { "failed", "filter[failed]", "true" },
        { "failed", "filter[failed]", "false" },
        { "from", "filter[from]", "@from" },
        { "to", "filter[to]", "@to" },
        { "name", "filter[name]", "call.hangup" },
        { "type", "filter[type]", "command" },
        { "type", "filter[type]", "webhook" },
        { "occurred_at.eq", "filter[occurred_at][eq]", "@occurred_at" },
        { "occurred_at.gt", "filter[occurred_at][gt]", "@occurred_at" },
        { "occurred_at.gte", "filter[occurred_at][gte]", "@occurred_at" },
        { "occurred_at.lt", "filter[occurred_at][lt]", "@occurred_at" },
        { "occurred_at.lte", "filter[occurred_at][lte]", "@occurred_at" },
    };

    [Theory]
    [MemberData(nameof(Applied))]
    public async Task Filter_Alone_ShowsExactlyItsRows(string parameter, string wire, string value)
    {
        // A list that another test has opened would be shared, and be older than what is counted here.
        var visitor = await VisitorAsync(key: Keys.Filters);
        var sample = value is ['@', ..] ? await SampleAsync(value[1..]) : value;
        var query = $"{wire}={Uri.EscapeDataString(sample)}";
        var before = await Sandbox.CountAsync(query);
        Assert.InRange(before, 1, await Sandbox.CountAsync("") - 1);

        await visitor.OpenEventsAsync($"{parameter}={Uri.EscapeDataString(sample)}");
        await Expect(visitor.Badge(parameter)).ToHaveAttributeAsync("data-applied-by", "api");
        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();

        var sent = await Sandbox.NewestAsync(query);
        var total = await visitor.TotalAsync();
        var after = await Sandbox.CountAsync(query);
        Assert.InRange(total, Math.Min(before, after), Math.Max(before, after));
        var rows = await visitor.LoadedRowsAsync();
        Assert.Equal(Enumerable.Range(0, rows.Count).Select(i => (long)i), rows.Select(row => row.Index));
        AssertSameWithoutOrderOfTies(sent.Take(rows.Count), rows.Select(row => row.AsSent), rows.Count == total);
    }

    [Theory]
    [InlineData("application_name", "acme")]
    [InlineData("outbound_voice_profile_id", "1234567890123456789")]
    [InlineData("status", "completed")]
    public async Task FilterThatTheServiceMayIgnore_IsNotClaimedToBeApplied(string parameter, string value)
    {
        var visitor = await VisitorAsync();

        await visitor.GoToAsync($"/events?{parameter}={value}");

        var honest = visitor.Page.Locator("[data-applied-by=unverified], [data-applied-by=dashboard]");
        await Expect(visitor.Badge(parameter).And(honest)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task TwoBounds_ShowOnlyWhatLiesBetween()
    {
        var visitor = await VisitorAsync();
        var lower = await SampleAsync("occurred_at", 0.50);
        var upper = await SampleAsync("occurred_at", 0.51);

        await visitor.GoToAsync($"/events?occurred_at.gte={lower}&occurred_at.lt={upper}");

        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();
        await Expect(visitor.Badge("occurred_at.gte")).ToHaveCountAsync(1);
        await Expect(visitor.Badge("occurred_at.lt")).ToHaveCountAsync(1);
        Assert.All(await visitor.LoadedRowsAsync(), row =>
        {
            Assert.True(string.CompareOrdinal(row.OccurredAt, lower) >= 0, $"{row.OccurredAt} is before {lower}");
            Assert.True(string.CompareOrdinal(row.OccurredAt, upper) < 0, $"{row.OccurredAt} is not before {upper}");
        });
    }

    [Fact]
    public async Task Last_ShowsOnlyTheLastHours()
    {
        var visitor = await VisitorAsync();

        await visitor.OpenEventsAsync("last=12h");

        var asOf = await visitor.Page.GetByTestId("event-scroller").GetAttributeAsync("data-as-of");
        var earliest = new DateTimeOffset(long.Parse(asOf!, CultureInfo.InvariantCulture), TimeSpan.Zero).AddHours(-12).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var total = await Sandbox.CountAsync($"filter[occurred_at][gte]={earliest}");
        Assert.InRange(total, 1, await Sandbox.CountAsync("") - 1);
        Assert.Equal(total, await visitor.TotalAsync());
        await visitor.ScrollToAsync(1);
        await Expect(visitor.RowAt(total - 1)).ToBeVisibleAsync();
        Assert.Equal(total, await visitor.TotalAsync());
        Assert.All(await visitor.LoadedRowsAsync(), row => Assert.True(string.CompareOrdinal(row.OccurredAt, earliest) >= 0, row.OccurredAt));
    }

    [Fact]
    public async Task NothingMatches_IsAnExactZero()
    {
        var visitor = await VisitorAsync();

        await visitor.GoToAsync("/events?name=call.never.happened");

        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-total", "0");
        await Expect(visitor.Rows).ToHaveCountAsync(0);
        await Expect(visitor.Alert).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("occurred_at.gte", "partial")]
    [InlineData("occurred_at.lt", "unreachable")]
    public async Task RangeBeyondTheHorizon_IsNotCalledComplete(string parameter, string state)
    {
        var visitor = await VisitorAsync();
        var threeDaysAgo = TimeProvider.System.GetUtcNow().AddDays(-3).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        await visitor.GoToAsync($"/events?{parameter}={threeDaysAgo}");

        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", state);
    }

    /// <summary>The value of a field of a row from the middle of the list, which neither expires nor arrives during a test.</summary>
    private async Task<string> SampleAsync(string field, double share = 0.5)
    {
        var pages = await Sandbox.CountAsync("") / 250;
        var (rows, _) = await Sandbox.PageAsync("", Math.Max(1, (long)(pages * share)));
        // A number can be asked for, a SIP address can't.
        var sample = rows.FirstOrDefault(row => ApiRow.Text(row.Record, field) is { } text && !text.StartsWith("sip:", StringComparison.Ordinal) && row.LegId.Length > 0);
        Assert.True(sample is not null, $"no row of the middle page has {field}");
        return field == "occurred_at" ? sample.OccurredAt : ApiRow.Text(sample.Record, field)!;
    }

    /// <summary>Rows of one instant have no order of their own; the last instant may be cut.</summary>
    private static void AssertSameWithoutOrderOfTies(IEnumerable<ApiRow> expected, IEnumerable<ApiRow> actual, bool isWhole)
    {
        var rows = actual.ToList();
        var last = rows[^1].OccurredAt;
        Assert.Equal(Sorted(expected), Sorted(rows));

        IEnumerable<ApiRow> Sorted(IEnumerable<ApiRow> source) => source
            .Where(row => isWhole || row.OccurredAt != last)
            .OrderByDescending(row => row.OccurredAt, StringComparer.Ordinal)
            .ThenBy(row => (row.Name, row.Type, row.LegId, row.SessionId));
    }
}

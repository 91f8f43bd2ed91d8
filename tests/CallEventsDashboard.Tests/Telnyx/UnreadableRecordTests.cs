using System.Text;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

public sealed class UnreadableRecordTests
{
    private const string Sound = """{"name":"call.answered","type":"webhook","event_timestamp":"2026-11-23T09:00:00.123456Z","call_leg_id":"leg","call_session_id":"session"}""";

    public static TheoryData<string, RecordFlaw> Records => new()
    {
        { "null", RecordFlaw.NotAnObject },
        { "\"text, with ] and } and \\\" in it\"", RecordFlaw.NotAnObject },
        { "-1.5e9999", RecordFlaw.NotAnObject },
        { "[{\"name\":\"x\"}]", RecordFlaw.NotAnObject },
        { "NaN", RecordFlaw.Malformed },
        { "{\"name\":\"x\",}", RecordFlaw.Malformed },
        { "{\"name\":\"a raw \n line\"}", RecordFlaw.Malformed },
        { Deep(RecordJson.MaxDepth + 1), RecordFlaw.TooDeep },
        { Deep(100_000), RecordFlaw.TooDeep },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Page_WithARecordThatCantBeRead_HasItAtItsPlaceWithItsText(string record, RecordFlaw flaw)
    {
        using var fixture = new ClientFixture(StubHandler.Ok($$"""{"data":[{{Sound}},{{record}} , {{Sound}}],"meta":{"total_results":3} }"""));

        var page = await fixture.ListAsync();

        Assert.Equal([RecordFlaw.None, flaw, RecordFlaw.None], page.Events.Select(row => row.Flaw));
        Assert.Equal(record, Encoding.UTF8.GetString(page.Events[1].Raw.Span));
        Assert.Equal(3, page.TotalResults);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(RecordJson.MaxDepth)]
    public async Task Record_NestedUpToTheLimit_IsReadWhole(int depth)
    {
        using var fixture = new ClientFixture(StubHandler.Ok($$"""{"data":[{{Deep(depth)}}]}"""));

        var row = Assert.Single((await fixture.ListAsync()).Events);
        Assert.Equal(("deep", RecordFlaw.None), (row.Name, row.Flaw));
    }

    [Fact]
    public async Task Record_TooDeep_StillHasItsNameAndTime()
    {
        using var fixture = new ClientFixture(StubHandler.Ok($$"""{"data":[{{Deep(5000)}}]}"""));

        var row = Assert.Single((await fixture.ListAsync()).Events);
        Assert.Equal(("deep", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)), (row.Name, row.OccurredAt));
        Assert.Equal(row.OccurredAt, Fingerprint.TimeOf(row.Fingerprint));
    }

    [Fact]
    public async Task Record_MalformedInOnePart_StillHasTheOthers()
    {
        const string record = """{"bad":"\q","name":"call.hangup","event_timestamp":"2026-11-23T09:00:00Z","metadata":{"x":01},"call_session_id":"s"}""";
        using var fixture = new ClientFixture(StubHandler.Ok($$"""{"data":[{{record}}]}"""));

        var row = Assert.Single((await fixture.ListAsync()).Events);
        Assert.Equal(("call.hangup", "s", RecordFlaw.Malformed), (row.Name, row.SessionId, row.Flaw));
        Assert.NotNull(row.OccurredAt);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("1e400")]
    public async Task Record_PartsOfTheWrongKind_IsReadWhole(string value)
    {
        var part = value == "text" ? "\"text\"" : value;
        using var fixture = new ClientFixture(StubHandler.Ok($$"""{"data":[{"name":"x","metadata":{{part}},"payload":{{part}},"occurred_at":{{part}},"call_leg_id":{{part}} }]}"""));

        var row = Assert.Single((await fixture.ListAsync()).Events);
        Assert.Equal(("x", RecordFlaw.None, (DateTimeOffset?)null), (row.Name, row.Flaw, row.OccurredAt));
    }

    [Fact]
    public async Task Record_NameTwice_CountsTheLastAndKeepsBothInItsText()
    {
        using var fixture = new ClientFixture(StubHandler.Ok("""{"data":[{"name":"one","name":"two"}],"data":[{"name":"three","name":"four"}]}"""));

        var row = Assert.Single((await fixture.ListAsync()).Events);
        Assert.Equal("four", row.Name);
        Assert.Equal(2, JsonElement.Parse(row.Raw.Span).EnumerateObject().Count());
    }

    private static string Deep(int depth)
    {
        var text = new StringBuilder("""{"name":"deep","event_timestamp":"2026-11-23T09:00:00Z","a":""");
        text.Insert(text.Length, "{\"a\":", depth - 2).Append("{}").Append('}', depth - 2).Append('}');
        return text.ToString();
    }
}

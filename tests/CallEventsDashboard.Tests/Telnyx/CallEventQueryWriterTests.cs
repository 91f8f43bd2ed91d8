namespace CallEventsDashboard.Telnyx;

public sealed class CallEventQueryWriterTests
{
    private const string Page = "page[number]=1&page[size]=1";

    public static TheoryData<CallEventFilter, string> EveryFilter { get; } = new()
    {
        { new() { ApplicationName = "My app" }, "filter[application_name][contains]=My%20app" },
        { new() { OutboundVoiceProfileId = "1293384261075731499" }, "filter[outbound.outbound_voice_profile_id]=1293384261075731499" },
        { new() { LegId = "5b1d7c40-c8a2-11f1-9c10-02420aef93a0" }, "filter[leg_id]=5b1d7c40-c8a2-11f1-9c10-02420aef93a0" },
        { new() { ApplicationSessionId = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0" }, "filter[application_session_id]=5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0" },
        { new() { ConnectionId = "2811212257810187875" }, "filter[connection_id]=2811212257810187875" },
        { new() { Product = "call_control" }, "filter[product]=call_control" },
        { new() { Failed = true }, "filter[failed]=true" },
        { new() { Failed = false }, "filter[failed]=false" },
        { new() { From = "+12025550142" }, "filter[from]=%2B12025550142" },
        { new() { To = "sip:a b&c=d@example.test" }, "filter[to]=sip%3Aa%20b%26c%3Dd%40example.test" },
        { new() { Name = "call.hangup" }, "filter[name]=call.hangup" },
        { new() { Type = "webhook" }, "filter[type]=webhook" },
        { new() { Status = "in_progress" }, "filter[status]=in_progress" },
        { At(TimeComparison.Equal), "filter[occurred_at][eq]=2026-11-23T09%3A00%3A00.123456Z" },
        { At(TimeComparison.After), "filter[occurred_at][gt]=2026-11-23T09%3A00%3A00.123456Z" },
        { At(TimeComparison.AtOrAfter), "filter[occurred_at][gte]=2026-11-23T09%3A00%3A00.123456Z" },
        { At(TimeComparison.Before), "filter[occurred_at][lt]=2026-11-23T09%3A00%3A00.123456Z" },
        { At(TimeComparison.AtOrBefore), "filter[occurred_at][lte]=2026-11-23T09%3A00%3A00.123456Z" },
    };

    [Theory]
    [MemberData(nameof(EveryFilter))]
    public void Write_OneFilter_IsNamedAsTheApiNamesItBeforeThePage(CallEventFilter filter, string expected) =>
        Assert.Equal($"{expected}&{Page}", CallEventQueryWriter.Write(filter, PageRequest.Smallest));

    [Fact]
    public void Write_NoFilter_SendsThePageAlone() =>
        Assert.Equal("page[number]=7&page[size]=250", CallEventQueryWriter.Write(CallEventFilter.None, new PageRequest(7, 250)));

    [Fact]
    public void Write_EmptyText_IsNotSent() =>
        Assert.Equal(Page, CallEventQueryWriter.Write(new CallEventFilter { From = "", Name = "" }, PageRequest.Smallest));

    [Fact]
    public async Task ListAsync_EncodedFilter_ReachesTheWireUnchanged()
    {
        using var fixture = new ClientFixture(StubHandler.Ok(ClientFixture.EmptyPage));
        using var http = new HttpClient(fixture.Handler) { BaseAddress = new Uri("https://api.example.test/v2/") };
        var client = new CallEventsClient(http, fixture.Time, new CallEventsClientOptions());

        await client.ListAsync(
            ClientFixture.Key, new CallEventFilter { From = "+12025550142", To = "%41 ü[]" }, PageRequest.Smallest, onRetry: null, TestContext.Current.CancellationToken);

        Assert.Equal(
            $"https://api.example.test/v2/call_events?filter[from]=%2B12025550142&filter[to]=%2541%20%C3%BC%5B%5D&{Page}",
            Assert.Single(fixture.Handler.Asked).AbsoluteUri);
    }

    // Written in another zone: the wire has UTC.
    private static CallEventFilter At(TimeComparison comparison) =>
        new() { OccurredAt = new TimeBound(comparison, new DateTimeOffset(2026, 11, 23, 10, 0, 0, 123, 456, TimeSpan.FromHours(1))) };
}

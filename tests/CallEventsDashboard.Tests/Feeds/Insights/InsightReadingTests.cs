using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>What Telnyx can't count is read, at the price that was said, and says of how many events it is.</summary>
public sealed class InsightReadingTests : InsightContext
{
    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Read_OfWhatWasCounted_IsWholeForTheRequestsThatWereSaid(Sandbox.ServiceOrder service, string range)
    {
        Start(new SandboxOptions { Events = 12_000, Order = service, Shape = RecordShape.Mixed, TiesShuffled = true });
        var query = CallEventQuery.Default with { Range = RangeOf(range) };
        var wanted = FilterPlan.For(query, Fixture.Time.GetUtcNow()).Wanted;
        var there = Fixture.Reachable(row => wanted.Includes(row.OccurredAt));
        var reader = Fixture.OpenInsights(query);
        await CountAsync(reader);

        var (before, said) = (Fixture.Api.RequestCount, reader.Status.HangupsRead!);
        reader.ReadHangups(FeedFixture.Key);
        var status = await EndAsync(reader);
        var ended = there.Where(row => row.Name is "call.hangup" or "call_hangup" && !row.Failed).ToList();
        Assert.Equal((true, ended.Count, ended.Count), (status.HangupsRead!.IsWhole, status.HangupsRead.Read, status.HangupsRead.Total));
        Assert.InRange(Fixture.Api.RequestCount - before, said.IsMost ? 1 : said.NextRequests, said.NextRequests);
        Assert.Equal(ended.CountBy(row => row.ConnectionId).OrderBy(pair => pair.Key), status.Hangups.GroupBy(count => count.ConnectionId!).Select(group => KeyValuePair.Create(group.Key, group.Sum(count => count.Count))).OrderBy(pair => pair.Key));
        Assert.Contains(status.Hangups, count => count is { Cause: "user_busy", IsFailure: true });
        Assert.Contains(status.Hangups, count => count is { Cause: "normal_clearing", IsFailure: false });

        reader.ReadFailedWebhooks(FeedFixture.Key);
        status = await EndAsync(reader);
        var failed = there.Where(row => row.Type != "command" && row.Failed).ToList();
        Assert.Equal((true, failed.Count), (status.FailedWebhooksRead!.IsWhole, status.FailedWebhooksRead.Read));
        Assert.Equal(failed.CountBy(row => row.Name).OrderBy(pair => pair.Key, StringComparer.Ordinal), status.FailedWebhooks.Where(value => value.Filter == FilterCatalogue.EventName).Select(value => KeyValuePair.Create(value.Value!, value.Count)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(failed.Count, status.FailedWebhooks.Where(value => value.Filter is null).Sum(value => value.Count));
        Assert.Equal(0, status.FailedWebhooksRead.NextRequests);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Read_WhileEventsComeAndExpire_NeitherCountsOneTwiceNorClaimsToBeWhole(Sandbox.ServiceOrder service)
    {
        Start(new SandboxOptions { Events = 12_000, Order = service });
        var reader = Fixture.OpenInsights(CallEventQuery.Default);
        await CountAsync(reader);
        var pages = 0;
        Fixture.Wire.Rewrite = (_, query) =>
        {
            if (query.Contains("page[size]=250", StringComparison.Ordinal) && ++pages == 2)
                Fixture.Api.Faults = new SandboxFaults { NewRows = 400, ExpireRows = 400 };
        };
        reader.ReadHangups(FeedFixture.Key);
        var status = await EndAsync(reader);

        var ever = Fixture.Api.Events().Count(row => row.Name is "call.hangup" or "call_hangup" && !row.Failed);
        Assert.InRange(status.HangupsRead!.Read, 500, ever);
        Assert.False(status.HangupsRead.IsWhole);
        Assert.Equal(status.HangupsRead.Read, status.Hangups.Sum(count => count.Count));
    }

    [Fact]
    public async Task Read_OfMany_StopsAtWhatWasSaidAndGoesOnWhenAsked()
    {
        Start(new SandboxOptions { Events = 60_000 });
        var reader = Fixture.OpenInsights(CallEventQuery.Default);
        await CountAsync(reader);
        var before = Fixture.Api.RequestCount;
        Assert.Equal(InsightReader.MostPages, reader.Status.HangupsRead!.NextRequests);
        var rows = reader.Status.HangupsRead.NextRows;
        reader.ReadHangups(FeedFixture.Key);
        var status = await EndAsync(reader);

        Assert.Equal(InsightReader.MostPages, Fixture.Api.RequestCount - before);
        Assert.False(status.HangupsRead!.IsWhole);
        // One page, the last of the list, may have fewer.
        Assert.InRange(status.HangupsRead.Read, rows - PageRequest.MaxSize + 1, rows);
        var left = status.HangupsRead.NextRequests;
        Assert.InRange(left, 1, InsightReader.MostPages);
        reader.ReadHangups(FeedFixture.Key);
        status = await EndAsync(reader);
        Assert.Equal((true, InsightReader.MostPages + left), (status.HangupsRead!.IsWhole, (int)(Fixture.Api.RequestCount - before)));
    }
}

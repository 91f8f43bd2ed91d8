using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Exports;

/// <summary>A ticket is for one download, by one person, within a minute.</summary>
public sealed class ExportStoreTests : IDisposable
{
    private const string Person = ExportFixture.Person;

    private readonly ExportFixture _fixture = new(new SandboxOptions { Events = 300 });

    private ExportStore Store => _fixture.Store;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Ticket_IsGoodOnce()
    {
        var ticket = await TicketAsync();
        Assert.True(Store.IsFresh(ticket));

        Assert.NotNull(Store.Redeem(ticket, Person, null));
        Assert.False(Store.IsFresh(ticket));
        Assert.Null(Store.Redeem(ticket, Person, null));
    }

    [Fact]
    public async Task Ticket_OfAnotherPerson_IsGoodForNobodyElseAndIsNotSpent()
    {
        var ticket = await TicketAsync();

        Assert.Null(Store.Redeem(ticket, "another", null));
        Assert.Null(Store.Redeem(ticket, null, null));
        Assert.NotNull(Store.Redeem(ticket, Person, null));
        Assert.Null(Store.Redeem("unknown", Person, null));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public async Task Ticket_IsGoodForAMinute(int seconds, bool isGood)
    {
        var ticket = await TicketAsync();
        _fixture.Lists.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(isGood, Store.Redeem(ticket, Person, null) is not null);
    }

    [Fact]
    public async Task Download_ThatBroke_IsResumedByTheTagOfItsFileLaterThanAMinute()
    {
        var ticket = await TicketAsync();
        var tag = Store.Redeem(ticket, Person, null)!.Value.Tag;
        _fixture.Lists.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.NotNull(Store.Redeem(ticket, Person, tag));
        Assert.NotNull(Store.Redeem(ticket, Person, tag));
        Assert.Null(Store.Redeem(ticket, Person, "\"1-1\""));
        Assert.Null(Store.Redeem(ticket, "another", tag));
    }

    [Fact]
    public async Task Export_ThatNobodyAskedForAnyMore_IsGoneWithItsTickets()
    {
        var ticket = await TicketAsync();
        var tag = Store.Redeem(ticket, Person, null)!.Value.Tag;
        _fixture.Lists.Time.Advance(ExportStore.Kept);
        Store.Sweep();

        Assert.Equal(0, Store.Count);
        Assert.Null(Store.Redeem(ticket, Person, tag));
    }

    [Fact]
    public async Task Export_ThatTookLongerThanItIsKept_IsKeptOnceItIsDone()
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = 900 });
        var feed = await fixture.OpenAsync();
        fixture.Lists.Api.Faults = new SandboxFaults { Fault = Fault.RateLimited, Times = 14, RetryAfter = "60" };
        var began = fixture.Lists.Time.GetUtcNow();
        var export = fixture.Start(feed);
        await fixture.EndAsync(export);
        fixture.Store.Sweep();

        Assert.True(fixture.Lists.Time.GetUtcNow() - began > ExportStore.Kept);
        Assert.NotNull(fixture.Store.Issue(export));
    }

    [Fact]
    public async Task Exports_OfOnePerson_AreKeptInPart()
    {
        for (var number = 0; number < ExportStore.MostKept + 3; number++)
            await _fixture.RunAsync();

        Assert.Equal(ExportStore.MostKept, Store.Count);
    }

    [Fact]
    public async Task Exports_UnderWay_AreAFewForEachPerson()
    {
        var feed = await _fixture.OpenAsync();
        List<Export> exports = [.. Enumerable.Range(0, ExportStore.MostUnderWay + 1).Select(_ => new Export(feed.Share(), ExportFixture.Csv, Person, _fixture.Lists.Recorded.Work))];
        using var other = new Export(feed.Share(), ExportFixture.Csv, "another", _fixture.Lists.Recorded.Work);

        Assert.Equal([true, true, true, false], exports.Select(Store.TryAdd));
        Assert.True(Store.TryAdd(other));
        exports[^1].Dispose();
    }

    private async Task<string> TicketAsync() => Store.Issue((await _fixture.RunAsync()).Export)!;
}

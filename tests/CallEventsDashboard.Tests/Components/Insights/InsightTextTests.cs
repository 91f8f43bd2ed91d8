using CallEventsDashboard.Feeds.Insights;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Components.Insights;

/// <summary>A number that was read says of how many events it is, and why it is not of all.</summary>
public sealed class InsightTextTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly RowsRead Unread = new(0, 12_000, IsWhole: false, IsIgnored: false, NextRequests: 20, NextRows: 5000, IsMost: false, null);

    [Fact]
    public void Offer_OfMoreThanOneReadingGives_SaysHowManyOfHowMany()
    {
        Assert.Equal("Read up to 5,000 of 12,000 hang-ups", InsightText.Offer(Unread, "hang-up"));
        Assert.Equal("Read 120 hang-ups", InsightText.Offer(Unread with { Total = 120, NextRows = 120 }, "hang-up"));
        Assert.Equal("Read 120 hang-ups of Call Control", InsightText.Offer(Unread with { Total = 120, NextRows = 120, Uncounted = Measure.TexmlEnded }, "hang-up"));
        Assert.Equal("Read more", InsightText.Offer(Unread with { Read = 5000, At = At }, "hang-up"));
    }

    [Fact]
    public void Basis_OfAllThatIsRead_SaysThatThereAreMore() =>
        AssertBasis("From 50,000 of 70,000 hang-ups, the most that are read here, read 10:00:00 UTC.", Unread with { Read = InsightReader.MostRows, Total = 70_000, NextRequests = 0 });

    [Fact]
    public void Basis_WhereAMeasureHasNoNumber_SaysOfWhichItIs()
    {
        AssertBasis("From all 120 hang-ups of Call Control, read 10:00:00 UTC. Those of TeXML were not counted.", Unread with { Read = 120, Total = 120, IsWhole = true, NextRequests = 0, Uncounted = Measure.TexmlEnded });
        Assert.Equal("No hang-ups of TeXML. Those of Call Control were not counted.", InsightText.Basis(Unread with { Total = 0, NextRequests = 0, IsWhole = true, Uncounted = Measure.Ended }, "hang-up", InstantFormat.Utc));
    }

    [Fact]
    public void Basis_WhereTelnyxLeavesAFilterOut_SaysWhetherSomeWereRead()
    {
        AssertBasis("From 250 of 12,000 hang-ups, read 10:00:00 UTC. Reading stopped there: Telnyx left a filter out.", Unread with { Read = 250, IsIgnored = true, NextRequests = 0 });
        AssertBasis("Not read: Telnyx left a filter out.", Unread with { IsIgnored = true, NextRequests = 0 });
    }

    private static void AssertBasis(string words, RowsRead read) => Assert.Equal(words, InsightText.Basis(read with { At = At }, "hang-up", InstantFormat.Utc));
}

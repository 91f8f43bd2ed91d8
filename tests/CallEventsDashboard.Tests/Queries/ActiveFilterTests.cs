using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Queries;

public class ActiveFilterTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "Last 24 hours")]
    [InlineData("last=24h", "Last 24 hours")]
    [InlineData("last=1h", "Last hour")]
    [InlineData("last=90m", "Last 1 h 30 min")]
    [InlineData("leg_id=5b1d7c40-c8a2-11f1-9c10-02420aef93a0", "Any time")]
    [InlineData("occurred_at.gte=2026-11-23T09:00:00Z", "Since Nov 23 09:00:00 UTC")]
    [InlineData("occurred_at.gt=2026-11-22T09:00:00Z&occurred_at.lt=2026-11-23T09:00:00Z", "Nov 22 09:00:00 – Nov 23 09:00:00 UTC")]
    public void TimeRangeName_OfAQuery_SaysTheRangeWithItsZone(string link, string name) =>
        Assert.Equal(name, TimeRangeName.Format(CallEventQueryString.Parse(link).Query, InstantFormat.Utc));

    [Fact]
    public void Of_AQuery_ShortensWhatIsLongAndKeepsTheWhole()
    {
        var query = new CallEventQuery
        {
            From = "+12025550142",
            ApplicationSessionId = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
            Range = new() { Upper = new(TimeComparison.AtOrBefore, Nine) },
            Search = "busy",
        };

        Assert.Equal(
            [
                ("application_session_id", "5b1d6f2a…", "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0"),
                ("from", "+1 202-555-0142", "+12025550142"),
                ("occurred_at.lte", "Nov 23 09:00:00 UTC", "2026-11-23T09:00:00Z"),
                ("q", "busy", "busy"),
            ],
            ActiveFilter.From(query, InstantFormat.Utc).Select(filter => (filter.Parameter, filter.Text, filter.FullText)));
    }

    [Theory]
    [InlineData("not.name=call.hangup", "event is not", "call.hangup")]
    [InlineData("name=call.hangup,call.answered", "event is one of", "call.answered, call.hangup")]
    [InlineData("not.name=a,b,c,d,e", "event is none of", "a, b, c and 2 more")]
    [InlineData("not.application_name=shop", "application does not contain", "shop")]
    [InlineData("not.failed=true", "delivery is not", "failed")]
    [InlineData("not.from=%2B12025550142", "from is not", "+1 202-555-0142")]
    [InlineData("leg_id=5b1d7c40-c8a2-11f1-9c10-02420aef93a0,6b1d7c40-c8a2-11f1-9c10-02420aef93a0", "leg is one of", "5b1d7c40…, 6b1d7c40…")]
    public void Of_ACondition_SaysItInWords(string link, string label, string text)
    {
        var filter = Assert.Single(ActiveFilter.From(CallEventQueryString.Parse(link).Query, InstantFormat.Utc));

        Assert.Equal((label, text, true), (filter.ShortLabel, filter.Text, filter.IsFilteredHere));
        Assert.Equal(link.Split('=')[0], filter.Parameter);
    }

    [Fact]
    public void Seen_OfAList_ShowsEachValueAsItMayBeSeen()
    {
        var filter = ActiveFilter.From(CallEventQueryString.Parse("not.from=911,912").Query, InstantFormat.Utc)[0];

        Assert.Equal("#911, #912", filter.Seen((name, value) => name == "from" ? $"#{value}" : value).FullText);
        Assert.Same(filter, filter.Seen((_, value) => value));
    }

    [Fact]
    public void Of_AnyQuery_TakesAwayExactlyOneFilterEach() => CsCheck.Check.Sample(Generate.Query, query =>
    {
        var active = ActiveFilter.From(query, InstantFormat.Utc);

        Assert.All(active, filter => Assert.Equal(
            active.Select(other => other.Parameter).Where(name => name != filter.Parameter),
            ActiveFilter.From(filter.Without, InstantFormat.Utc).Select(other => other.Parameter)));
    });
}

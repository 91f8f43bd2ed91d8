using System.Text;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

public class RowFilterTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly CallEvent Bare = new() { Name = "", Type = "", Fingerprint = "0-0000000000000000", Raw = "{}"u8.ToArray() };

    private static readonly CallEvent Full = Bare with
    {
        Name = "call.hangup",
        Type = "call_scripting_webhook",
        OccurredAt = At,
        LegId = "5B1D7C40-C8A2-11F1-9C10-02420AEF93A0",
        SessionId = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
        ConnectionId = "2811212257810187875",
        Product = "texml",
        From = "12025550142",
        To = "sip:Alice@Example.com",
        Failed = false,
    };

    [Theory]
    [InlineData("leg_id", "5b1d7c40-c8a2-11f1-9c10-02420aef93a0", FilterMatch.Matches)]
    [InlineData("leg_id", "5b1d7c40-c8a2-11f1-9c10-02420aef93a1", FilterMatch.Contradicts)]
    [InlineData("application_session_id", "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0", FilterMatch.Matches)]
    [InlineData("connection_id", "2811212257810187875", FilterMatch.Matches)]
    [InlineData("connection_id", "2811212257810187876", FilterMatch.Contradicts)]
    [InlineData("product", "texml", FilterMatch.Matches)]
    [InlineData("product", "fax", FilterMatch.Contradicts)]
    [InlineData("failed", "false", FilterMatch.Matches)]
    [InlineData("failed", "true", FilterMatch.Contradicts)]
    [InlineData("from", "+12025550142", FilterMatch.Matches)]
    [InlineData("from", "+12025550143", FilterMatch.Contradicts)]
    [InlineData("to", "alice@example.com", FilterMatch.Matches)]
    [InlineData("to", "sip:bob@example.com", FilterMatch.Contradicts)]
    [InlineData("name", "call.hangup", FilterMatch.Matches)]
    [InlineData("name", "call_hangup", FilterMatch.Contradicts)]
    [InlineData("type", "webhook", FilterMatch.Matches)]
    [InlineData("type", "command", FilterMatch.Contradicts)]
    [InlineData("status", "completed", FilterMatch.CannotTell)]
    [InlineData("application_name", "shop", FilterMatch.CannotTell)]
    [InlineData("outbound_voice_profile_id", "17", FilterMatch.CannotTell)]
    public void Check_OfARow_ComparesTheFieldThatItCarries(string parameter, string wanted, FilterMatch expected) =>
        Assert.Equal(expected, Parameter(parameter).Check(wanted, Full));

    [Theory]
    [InlineData("911", "911", FilterMatch.Matches)]
    [InlineData("911", "+911", FilterMatch.Matches)]
    [InlineData("911", "912", FilterMatch.Contradicts)]
    [InlineData("anonymous", "Anonymous", FilterMatch.Matches)]
    [InlineData("anonymous", "+anonymous", FilterMatch.Contradicts)]
    [InlineData("+12025550142;ext=77", "+12025550142;ext=77", FilterMatch.Matches)]
    [InlineData("+12025550142;ext=77", "12025550142;ext=77", FilterMatch.Matches)]
    [InlineData("+12025550142;ext=77", "+12025550142;ext=78", FilterMatch.Contradicts)]
    [InlineData("+12025550142;ext=77", "+12025550142", FilterMatch.Contradicts)]
    [InlineData("2025550142", "+12025550142", FilterMatch.Matches)]
    [InlineData("tel:+1-202-555-0142", "+12025550142", FilterMatch.Matches)]
    [InlineData("\"Ann\" <sip:ann@example.test>", "sip:ann@example.test", FilterMatch.Matches)]
    [InlineData("\"Ann\" <sip:ann@example.test>", "\"Ann\" <sip:bob@example.test>", FilterMatch.Contradicts)]
    [InlineData("sip:ann@example.test;transport=tls", "ann@example.test", FilterMatch.Matches)]
    [InlineData("1-800-FLOWERS", "+18003569377", FilterMatch.Contradicts)]
    public void Check_OfAParty_ComparesWhomBothName(string wanted, string carried, FilterMatch expected) =>
        Assert.Equal(expected, FilterCatalogue.From.Check(wanted, Full with { From = carried }));

    [Fact]
    public void Check_OfARowWithoutTheField_CannotTell() =>
        Assert.All(FilterCatalogue.All, parameter => Assert.Equal(FilterMatch.CannotTell, parameter.Check("true", Bare)));

    [Theory]
    [InlineData("""{"payload":{"application_name":"My SHOP"}}""", "application_name", "shop", FilterMatch.Matches)]
    [InlineData("""{"application_name":"Other"}""", "application_name", "shop", FilterMatch.Contradicts)]
    [InlineData("""{"metadata":{"event":{"payload":{"outbound_voice_profile_id":17}}}}""", "outbound_voice_profile_id", "17", FilterMatch.Matches)]
    [InlineData("""{"status":"init"}""", "status", "completed", FilterMatch.Contradicts)]
    [InlineData("""{"metadata":{"status":"delivered"},"status":"delivered"}""", "status", "completed", FilterMatch.CannotTell)]
    [InlineData("""{"application_name":"\ud800"}""", "application_name", "shop", FilterMatch.CannotTell)]
    [InlineData("""application_name""", "application_name", "shop", FilterMatch.CannotTell)]
    public void Check_OfABorrowedFilter_LooksIntoTheRawRecord(string raw, string parameter, string wanted, FilterMatch expected) =>
        Assert.Equal(expected, Parameter(parameter).Check(wanted, Bare with { Raw = Encoding.UTF8.GetBytes(raw) }));

    [Theory]
    [InlineData("dial", """{"metadata":{"from":"+12025550150"}}""", FilterMatch.Contradicts)]
    [InlineData("dial", """{"payload":{"from":"+12025550142"}}""", FilterMatch.Matches)]
    [InlineData("instructions.fetch", """{"payload":{"request":{"body":{"From":"+12025550150"}}}}""", FilterMatch.Contradicts)]
    [InlineData("instructions.fetch", """{"metadata":{"request":{"body":{"From":"+12025550142"}}}}""", FilterMatch.Matches)]
    [InlineData("speak", """{"from":"+12025550150","payload":{"voice":"male"}}""", FilterMatch.Contradicts)]
    [InlineData("transfer", """{"payload":{"from":"+12025550150"}}""", FilterMatch.CannotTell)]
    [InlineData("transfer", """{"payload":{"from":"+12025550142"}}""", FilterMatch.CannotTell)]
    [InlineData("transfer", """{"from":"+12025550150","payload":{"from":"+12025550142"}}""", FilterMatch.Contradicts)]
    [InlineData("speak", """{"payload":{"payload":"from","custom_headers":{"from":"+12025550150"}}}""", FilterMatch.CannotTell)]
    [InlineData("speak", """{"payload":{"from":["+12025550150"]}}""", FilterMatch.CannotTell)]
    [InlineData("speak", "from", FilterMatch.CannotTell)]
    public void Check_OfACommand_ReadsThePartyWhereverTheRecordHasIt(string name, string raw, FilterMatch expected)
    {
        var row = CallEventReader.Read(Encoding.UTF8.GetBytes(raw)) with { Name = name, Type = "command" };
        Assert.Equal(expected, FilterCatalogue.From.Check("+12025550142", row));
    }

    [Fact]
    public void RowMatches_WhenNothingContradicts_ShowsTheRow()
    {
        var query = new CallEventQuery { Name = "call.hangup", Status = "completed", Range = new() { Last = TimeSpan.FromHours(2) } };
        var wanted = FilterPlan.For(query, At.AddHours(1)).Wanted;

        Assert.True(RowFilter.RowMatches(query, wanted, Full));
        Assert.False(RowFilter.RowMatches(query, wanted, Full with { OccurredAt = At.AddHours(-1.5) }));
        Assert.False(RowFilter.RowMatches(query with { Failed = true }, wanted, Full));
        Assert.True(RowFilter.RowMatches(query, wanted, Full with { OccurredAt = null }));
    }

    private static FilterParameter Parameter(string name) => FilterCatalogue.All.Single(parameter => parameter.Name == name);
}

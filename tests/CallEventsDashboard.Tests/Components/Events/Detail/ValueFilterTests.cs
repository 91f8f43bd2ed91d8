using CallEventsDashboard.Decoding;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Components.Events.Detail;

public sealed class ValueFilterTests
{
    private static readonly CallEventQuery Query = new() { Product = "fax", Event = "1-2" };

    [Theory]
    [InlineData("leg_id", Records.LegId)]
    [InlineData("call_leg_id", Records.LegId)]
    public void Narrow_LegInEitherSpelling_FiltersByLeg(string key, string value) =>
        Assert.Equal(Query with { LegId = value }, ValueFilter.Narrow(Query, key, value, isTopLevel: false));

    [Fact]
    public void Narrow_EachKey_SetsItsFilter()
    {
        Assert.Equal(Query with { ApplicationSessionId = Records.SessionId }, ValueFilter.Narrow(Query, "call_session_id", Records.SessionId, false));
        Assert.Equal(Query with { ConnectionId = "2811212257810187875" }, ValueFilter.Narrow(Query, "connection_id", "2811212257810187875", false));
        Assert.Equal(Query with { From = "+12025550142" }, ValueFilter.Narrow(Query, "from", "+12025550142", false));
        Assert.Equal(Query with { To = "sip:a@b.test" }, ValueFilter.Narrow(Query, "to", "sip:a@b.test", false));
        Assert.Equal(Query with { Name = "call.hangup" }, ValueFilter.Narrow(Query, "event_type", "call.hangup", false));
        Assert.Equal(Query with { Name = "speak" }, ValueFilter.Narrow(Query, "name", "speak", true));
        Assert.Equal(Query with { Type = "webhook" }, ValueFilter.Narrow(Query, "type", "call_scripting_webhook", true));
        Assert.Equal(Query with { Product = "texml" }, ValueFilter.Narrow(Query, "product", "texml", true));
        Assert.Equal(Query with { Failed = true }, ValueFilter.Narrow(Query, "failed", "true", true));
    }

    [Theory]
    [InlineData("leg_id", "not a uuid", true)]
    [InlineData("name", "a participant's name", false)]
    [InlineData("type", "something_else", true)]
    [InlineData("product", "video", true)]
    [InlineData("failed", "perhaps", true)]
    [InlineData("from", "•K7QM …0142", true)]
    [InlineData("to", "sip:•K7QM", true)]
    [InlineData("name", "a\u202eb", true)]
    [InlineData("hangup_cause", "user_busy", false)]
    [InlineData("connection_id", "", true)]
    public void Narrow_WhatTheEndpointCannotFilterBy_IsNull(string key, string value, bool isTopLevel) =>
        Assert.Null(ValueFilter.Narrow(Query, key, value, isTopLevel));

    [Fact]
    public void Narrow_HalfACharacter_IsNullAsNoLinkCarriesIt() => Assert.Null(ValueFilter.Narrow(Query, "to", "a\ud800b", isTopLevel: true));

    [Theory]
    [InlineData("911")]
    [InlineData("68849")]
    [InlineData("+anonymous")]
    [InlineData("anonymous")]
    [InlineData("+12025550142;ext=77")]
    [InlineData("\"Ann\" <sip:ann@example.test>")]
    [InlineData("\u202e2410-555-202-1+")]
    public void Narrow_ByAnyParty_IsTheQueryThatItsLinkOpens(string party)
    {
        var narrowed = ValueFilter.Narrow(CallEventQuery.Default, "to", party, isTopLevel: true);

        Assert.Equal(CallEventQuery.Default with { To = party }, narrowed);
        var opened = CallEventQueryString.Parse(CallEventQueryString.Format(narrowed!));
        Assert.Equal(narrowed, opened.Query);
        Assert.Empty(opened.Problems);
        Assert.True(opened.IsCanonical);
    }

    [Fact]
    public void SessionAndLeg_KeepNothingElse()
    {
        Assert.Equal(new CallEventQuery { ApplicationSessionId = Records.SessionId }, ValueFilter.Session(Records.Of("{}")));
        Assert.Equal(new CallEventQuery { LegId = Records.LegId }, ValueFilter.Leg(Records.Of("{}")));
    }

    [Fact]
    public void Exclude_OfAValue_LeavesItOutBesideWhatIsFilteredAlready()
    {
        var query = CallEventQuery.Default with { Name = "call.hangup", Event = "1-0000000000000000" };

        Assert.Equal("?name=call.hangup&not.type=webhook", CallEventQueryString.Format(ValueFilter.Exclude(query, "type", "call_scripting_webhook", isTopLevel: true)!));
        Assert.Equal("?not.name=call.hangup", CallEventQueryString.Format(ValueFilter.Exclude(query, "event_type", "call.hangup", isTopLevel: false)!));
        Assert.Null(ValueFilter.Exclude(query, "type", "call_scripting_webhook", isTopLevel: false));
        Assert.All(ValueFilter.Choices(Records.Of("{}"), Query), choice => Assert.NotNull(choice.Without));
    }

    [Fact]
    public void Choices_Event_AreWhatItHas() =>
        Assert.Equal(["Event name", "Type", "Leg ID", "Session ID"], ValueFilter.Choices(Records.Of("{}"), Query).Select(choice => choice.Label));

    [Fact]
    public void Choices_EventWithNumbers_OfferEachAsEitherParty()
    {
        var choices = ValueFilter.Choices(Records.Of("{}") with { From = "+12025550142", To = "+12025550199" }, CallEventQuery.Default);

        Assert.Equal(
            [("From", "?from=%2B12025550142"), ("To", "?to=%2B12025550199"), ("From or To", "?party=%2B12025550142"), ("From or To", "?party=%2B12025550199")],
            choices.Take(4).Select(choice => (choice.Label, CallEventQueryString.Format(choice.Query))));
    }
}

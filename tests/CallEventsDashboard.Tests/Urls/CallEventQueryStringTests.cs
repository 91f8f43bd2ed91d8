using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Urls;

public class CallEventQueryStringTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Format_OfTheDefault_IsEmpty() => Assert.Equal("", CallEventQueryString.Format(CallEventQuery.Default));

    [Fact]
    public void Format_WithManyParts_FollowsThePublishedOrder() => Assert.Equal(
        "?from=%2B12025550142&type=webhook&occurred_at.gte=2026-11-23T10:00:00Z&occurred_at.lt=2026-11-23T10:00:00.123456Z&order=oldest&q=a%26b%3Dc%20%23&key=Prod",
        CallEventQueryString.Format(new()
        {
            Key = "Prod",
            Search = "a&b=c #",
            Order = EventOrder.Oldest,
            Type = "webhook",
            From = "+12025550142",
            Range = new() { Lower = new(TimeComparison.AtOrAfter, Ten), Upper = new(TimeComparison.Before, Ten.AddTicks(1_234_560)) },
        }));

    [Fact]
    public void Parse_InTheSpellingOfTheApi_ReadsItAndAsksForARewrite()
    {
        var parsed = CallEventQueryString.Parse(
            "?filter[application_name][contains]=shop&filter%5Bfrom%5D=%2B12025550142&filter[outbound.outbound_voice_profile_id]=17&filter[occurred_at][gte]=2026-11-23T11:00:00.000%2B01:00&page[size]=250&page%5Bnumber%5D=3");

        Assert.Equal(
            CallEventQuery.Default with
            {
                ApplicationName = "shop",
                From = "+12025550142",
                OutboundVoiceProfileId = "17",
                Range = new() { Lower = new(TimeComparison.AtOrAfter, Ten) },
            },
            parsed.Query);
        Assert.Empty(parsed.Problems);
        Assert.False(parsed.IsCanonical);
    }

    [Theory]
    [InlineData("from= 12025550142", "+12025550142")]
    [InlineData("from=+12025550142", "+12025550142")]
    [InlineData("from=%2B1 (202) 555-0142", "+12025550142")]
    [InlineData("from=sip%3Aalice%40example.com", "sip:alice@example.com")]
    public void Parse_OfANumber_ReadsItAsE164(string link, string expected)
    {
        var parsed = CallEventQueryString.Parse(link);

        Assert.Equal(expected, parsed.Query.From);
        Assert.Empty(parsed.Problems);
    }

    [Theory]
    [InlineData("last=60m", "?last=1h")]
    [InlineData("last=1440m", "?last=24h")]
    [InlineData("last=24h", "?last=24h")]
    [InlineData("last=90m", "?last=90m")]
    [InlineData("order=newest", "")]
    [InlineData("leg_id=5B1D7C40C8A211F19C1002420AEF93A0", "?leg_id=5b1d7c40-c8a2-11f1-9c10-02420aef93a0")]
    [InlineData("occurred_at.eq=2026-11-23T12:00:00 02:00", "?occurred_at.eq=2026-11-23T10:00:00Z")]
    [InlineData("occurred_at.lte=2026-11-23T05:00:00.5-05:00", "?occurred_at.lte=2026-11-23T10:00:00.500000Z")]
    public void Parse_OfAnotherSpelling_IsRewrittenToTheCanonicalOne(string link, string canonical)
    {
        var parsed = CallEventQueryString.Parse(link);

        Assert.Empty(parsed.Problems);
        Assert.Equal(canonical, CallEventQueryString.Format(parsed.Query));
        Assert.Equal(canonical == $"?{link}", parsed.IsCanonical);
    }

    [Theory]
    [InlineData("colour=red", "colour", QueryProblemKind.Unknown)]
    [InlineData("filter[call_leg_id]=x", "filter[call_leg_id]", QueryProblemKind.Unknown)]
    [InlineData("type=email", "type", QueryProblemKind.Malformed)]
    [InlineData("filter[product]=voice", "filter[product]", QueryProblemKind.Malformed)]
    [InlineData("status=done", "status", QueryProblemKind.Malformed)]
    [InlineData("failed=maybe", "failed", QueryProblemKind.Malformed)]
    [InlineData("order=random", "order", QueryProblemKind.Malformed)]
    [InlineData("leg_id=123", "leg_id", QueryProblemKind.Malformed)]
    [InlineData("from=", "from", QueryProblemKind.Malformed)]
    [InlineData("application_name=ab", "application_name", QueryProblemKind.Malformed)]
    [InlineData("event=17", "event", QueryProblemKind.Malformed)]
    [InlineData("last=25h", "last", QueryProblemKind.Malformed)]
    [InlineData("last=0m", "last", QueryProblemKind.Malformed)]
    [InlineData("occurred_at.gte=2026-11-23T10:00:00", "occurred_at.gte", QueryProblemKind.Malformed)]
    [InlineData("occurred_at.gte=yesterday", "occurred_at.gte", QueryProblemKind.Malformed)]
    [InlineData("name=a%00b", "name", QueryProblemKind.Malformed)]
    [InlineData("q=a%E2%80%AEb", "q", QueryProblemKind.Malformed)]
    [InlineData("key=%20", "key", QueryProblemKind.Malformed)]
    public void Parse_OfAPartThatCannotBeUsed_NamesItAndOpensWithTheRest(string part, string parameter, QueryProblemKind kind)
    {
        var parsed = CallEventQueryString.Parse($"?{part}&to=%2B12025550131");

        var problem = Assert.Single(parsed.Problems);
        Assert.Equal((parameter, kind), (problem.Parameter, problem.Kind));
        Assert.Contains($"“{parameter}”", problem.Message, StringComparison.Ordinal);
        Assert.Equal(CallEventQuery.Default with { To = "+12025550131" }, parsed.Query);
        Assert.False(parsed.IsCanonical);
    }

    [Theory]
    [InlineData("not.foo=1", "not.foo", "Write not. before the name of a filter")]
    [InlineData("not.q=call", "not.q", "Write not. before the name of a filter")]
    [InlineData("not.last=1h", "not.last", "Write not. before the name of a filter")]
    [InlineData("not.event_type=call.hangup", "not.event_type", "did you mean “not.name”?")]
    [InlineData("NOT.Name=call.hangup", "NOT.Name", "did you mean “not.name”?")]
    [InlineData("not.name=", "not.name", "It is empty: give it a value or remove it.")]
    [InlineData("name=,%20,", "name", "It is empty: give it a value or remove it.")]
    [InlineData("not.type=email", "not.type", "Choose one of command, webhook.")]
    public void Parse_OfAConditionThatCannotBeUsed_NamesItWithTheWayOut(string part, string parameter, string wayOut)
    {
        var parsed = CallEventQueryString.Parse($"?to=%2B12025550131&{part}");

        var problem = Assert.Single(parsed.Problems);
        Assert.Equal(parameter, problem.Parameter);
        Assert.Contains($"“{parameter}”", problem.Message, StringComparison.Ordinal);
        Assert.Contains(wayOut, problem.Message, StringComparison.Ordinal);
        Assert.Equal(CallEventQuery.Default with { To = "+12025550131" }, parsed.Query);
    }

    [Theory]
    [InlineData("name=call.hangup,call.answered&not.name=call.hangup,speak", "?name=call.answered,call.hangup&not.name=speak", "not.name", "“name” asks for the same value")]
    [InlineData("name=call.hangup&not.name=call.hangup", "?name=call.hangup", "not.name", "remove it from one of the two")]
    [InlineData("product=fax,voice", "?product=fax", "product", "Choose one of")]
    [InlineData("name=a,,b", "?name=a,b", "name", "no value beside it")]
    public void Parse_OfAListWithAValueThatCannotBeUsed_UsesTheOthersAndSaysSo(string link, string canonical, string parameter, string reason)
    {
        var parsed = CallEventQueryString.Parse(link);

        var problem = Assert.Single(parsed.Problems);
        Assert.Equal(parameter, problem.Parameter);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(canonical, CallEventQueryString.Format(parsed.Query));
    }

    [Fact]
    public void Parse_OfMoreValuesThanAFilterTakes_UsesAsManyAndNamesEachOther()
    {
        var parsed = CallEventQueryString.Parse($"not.name={string.Join(',', Enumerable.Range(10, FilterCondition.MaxValues + 2))}");

        Assert.Equal(FilterCondition.MaxValues, parsed.Query.Conditions.For(FilterCatalogue.EventName).NoneOf.Count);
        Assert.Equal(["31", "30"], parsed.Problems.Select(problem => problem.Value));
        Assert.All(parsed.Problems, problem => Assert.Contains("20 values", problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(@"application_name=Acme\, Inc", "Acme, Inc")]
    [InlineData("filter[application_name][contains]=Acme, Inc", "Acme, Inc")]
    [InlineData(@"application_name=a\bc", @"a\bc")]
    public void Parse_OfAValueWithACommaOrABackslash_TakesItAsOne(string link, string value) =>
        Assert.Equal(CallEventQuery.Default with { ApplicationName = value }, CallEventQueryString.Parse(link).Query);

    [Fact]
    public void Format_OfConditions_IsThePublishedForm()
    {
        var conditions = QueryConditions.None.With(new(FilterCatalogue.EventName, ["b", "a"], [])).With(new(FilterCatalogue.Type, [], ["command"])).With(new(FilterCatalogue.From, ["+12025550142", "a,b"], []));

        Assert.Equal("?from=%2B12025550142,a%5C,b&name=a,b&not.type=command", CallEventQueryString.Format(new() { Conditions = conditions }));
    }

    [Theory]
    [InlineData("name=a&name=b", "name")]
    [InlineData("name=a&filter[name]=b", "filter[name]")]
    [InlineData("name=a&name=a&name=c", "name")]
    public void Parse_OfARepeatedPart_UsesTheFirst(string link, string parameter)
    {
        var parsed = CallEventQueryString.Parse(link);

        var problem = Assert.Single(parsed.Problems);
        Assert.Equal((parameter, QueryProblemKind.Repeated), (problem.Parameter, problem.Kind));
        Assert.Equal(CallEventQuery.Default with { Name = "a" }, parsed.Query);
    }

    [Theory]
    [InlineData("occurred_at.lt=2026-11-23T10:00:00Z&occurred_at.eq=2026-11-23T10:00:00Z", "?occurred_at.eq=2026-11-23T10:00:00Z", "occurred_at.lt")]
    [InlineData("last=1h&occurred_at.eq=2026-11-23T10:00:00Z", "?occurred_at.eq=2026-11-23T10:00:00Z", "last")]
    [InlineData("last=1h&occurred_at.lte=2026-11-23T10:00:00Z", "?occurred_at.lte=2026-11-23T10:00:00Z", "last")]
    [InlineData("occurred_at.gte=2026-11-23T10:00:00Z&occurred_at.gt=2026-11-23T09:00:00Z", "?occurred_at.gt=2026-11-23T09:00:00Z", "occurred_at.gte")]
    [InlineData("occurred_at.gte=2026-11-23T10:00:00Z&occurred_at.lte=2026-11-23T09:00:00Z", "?occurred_at.gte=2026-11-23T10:00:00Z", "occurred_at.lte")]
    [InlineData("occurred_at.gt=2026-11-23T10:00:00Z&occurred_at.lte=2026-11-23T10:00:00Z", "?occurred_at.gt=2026-11-23T10:00:00Z", "occurred_at.lte")]
    public void Parse_OfPartsThatExcludeEachOther_UsesTheFirstOfThePublishedOrder(string link, string canonical, string left)
    {
        var parsed = CallEventQueryString.Parse(link);

        var problem = Assert.Single(parsed.Problems);
        Assert.Equal((left, QueryProblemKind.Contradictory), (problem.Parameter, problem.Kind));
        Assert.Equal(canonical, CallEventQueryString.Format(parsed.Query));
    }

    [Theory]
    [InlineData("?from=%2B12025550142&amp;to=%2B13035550111&amp;order=oldest", "&amp;")]
    [InlineData("?from=%2B12025550142&amp;amp;to=%2B13035550111&#38;order=oldest", "&amp;")]
    [InlineData("?amp;from=%2B12025550142&AMP;to=%2B13035550111&amp;order=oldest", "&amp;")]
    [InlineData("?from=%2B12025550142%26amp%3Bto=%2B13035550111%26order=oldest", "%")]
    [InlineData("?from%3D%252B12025550142%26to%3D%252B13035550111%26order%3Doldest", "%")]
    [InlineData("?from=%252B12025550142&to=%252B13035550111&order=oldest", "%")]
    [InlineData("?filter%255Bfrom%255D=%252B12025550142&filter%255Bto%255D=%252B13035550111&order=oldest", "%")]
    [InlineData("?from=%2B12025550142&to=%2B13035550111&order=oldest).", "order")]
    [InlineData("?order=oldest&from=%2B12025550142&to=%2B13035550111,", "to")]
    public void Parse_OfALinkThatWasDamagedOnItsWay_ReadsItAndSaysWhatItCorrected(string link, string parameter)
    {
        var parsed = CallEventQueryString.Parse(link);

        Assert.Equal(CallEventQuery.Default with { From = "+12025550142", To = "+13035550111", Order = EventOrder.Oldest }, parsed.Query);
        var problem = Assert.Single(parsed.Problems);
        Assert.Equal((QueryProblemKind.Corrected, parameter), (problem.Kind, problem.Parameter));
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
        Assert.False(parsed.IsCanonical);
    }

    [Theory]
    [InlineData("?q=a%26amp%3Bto%3D1", "a&amp;to=1")]
    [InlineData("?q=100%2525", "100%25")]
    [InlineData("?q=Really%3F!", "Really?!")]
    public void Parse_OfASearch_LeavesItAsItStands(string link, string text)
    {
        var parsed = CallEventQueryString.Parse(link);

        Assert.Equal(CallEventQuery.Default with { Search = text }, parsed.Query);
        Assert.Empty(parsed.Problems);
    }

    [Fact]
    public void Parse_OfADamagedLinkWithAPartThatCannotBeUsed_SaysBoth() => Assert.Equal(
        [QueryProblemKind.Corrected, QueryProblemKind.Malformed, QueryProblemKind.Unknown],
        CallEventQueryString.Parse("?type=email&amp;colour=red&amp;from=911").Problems.Select(problem => problem.Kind));

    [Fact]
    public void Parse_OfAValueOfAnyLength_NamesItAndOpensWithTheRest()
    {
        var parsed = CallEventQueryString.Parse($"?from={new string('1', 16_500)}&type=webhook");

        Assert.Equal(CallEventQuery.Default with { Type = "webhook" }, parsed.Query);
        Assert.Contains("500", Assert.Single(parsed.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfAnUnknownEnumerationValue_NamesTheAllowedOnes() =>
        Assert.Contains("call_control, fax, texml", Assert.Single(CallEventQueryString.Parse("product=voice").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_OfAValueBeyondTheLimit_ShowsOnlyItsBeginning()
    {
        var problem = Assert.Single(CallEventQueryString.Parse($"connection_id={new string('7', 501)}").Problems);

        Assert.Equal(new string('7', 60) + "…", problem.Value);
    }

    [Fact]
    public void Parse_OfAKeyInsteadOfItsName_DoesNotRepeatIt()
    {
        const string Secret = "KEY0123456789ABCDEF0123456789ABCDEF_abcdefghijklmnopqrstuv";

        var problem = Assert.Single(CallEventQueryString.Parse($"key={Secret}").Problems);

        Assert.DoesNotContain("0123", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfAnOldNameOfTheApi_SuggestsTheNewOne() =>
        Assert.Contains("“leg_id”", Assert.Single(CallEventQueryString.Parse("filter[call_leg_id]=x").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_OfAnUnknownPart_DoesNotRepeatItsValue() =>
        Assert.Equal("", Assert.Single(CallEventQueryString.Parse("api_key=KEY0123").Problems).Value);

    [Fact]
    public void Parse_OfJoinedCharacters_KeepsThem()
    {
        var query = new CallEventQuery { Key = "👩\u200d💻 prod", Search = "می\u200cخواهم" };

        Assert.Equal(query, CallEventQueryString.Parse(CallEventQueryString.Format(query)).Query);
    }

    [Fact]
    public void Events_OfAQuery_IsRelativeToTheBase() => Assert.Equal("events?name=call.hangup", DashboardUrls.Events(new() { Name = "call.hangup" }));
}

using CsCheck;

namespace CallEventsDashboard.Queries;

public class FilterValueTests
{
    [Theory]
    [InlineData("+1 (202) 555-0142", "+12025550142")]
    [InlineData(" +12025550142 ", "+12025550142")]
    [InlineData("+44 20 7183 8750", "+442071838750")]
    [InlineData("sip:alice@example.com", "sip:alice@example.com")]
    [InlineData("sips:alice@example.com;transport=tls", "sips:alice@example.com;transport=tls")]
    [InlineData("Bob.Smith@10.0.0.1", "Bob.Smith@10.0.0.1")]
    public void Read_OfANumber_NormalisesItAndLetsSipUrisPass(string typed, string expected) =>
        Assert.Equal(FilterInput.Of(expected), FilterValue.Read(FilterParameter.From, typed));

    [Theory]
    [InlineData("202 555 0142", "+12025550142")]
    [InlineData("12345", "country code")]
    [InlineData("+1 202 555", "too short")]
    [InlineData("+1 202 555 0142 99", "too long")]
    [InlineData("+999 12345678", "country")]
    [InlineData("call me", "SIP URI")]
    [InlineData("+", "not a phone number")]
    public void Read_OfWhatIsNoNumber_SaysTheWayOut(string typed, string words)
    {
        var input = FilterValue.Read(FilterParameter.To, typed);

        Assert.Null(input.Value);
        Assert.Contains(words, input.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5B1D7C40-C8A2-11F1-9C10-02420AEF93A0")]
    [InlineData("5b1d7c40c8a211f19c1002420aef93a0")]
    [InlineData("{5b1d7c40-c8a2-11f1-9c10-02420aef93a0}")]
    public void Read_OfAUuid_GivesItsCanonicalForm(string typed) =>
        Assert.Equal("5b1d7c40-c8a2-11f1-9c10-02420aef93a0", FilterValue.Read(FilterParameter.LegId, typed).Value);

    [Theory]
    [InlineData("leg_id", "5b1d7c40")]
    [InlineData("application_name", "ab")]
    [InlineData("type", "email")]
    [InlineData("connection_id", "a\u202eb")]
    public void Read_OfWhatTheFilterCannotTake_IsRefusedWithASentence(string parameter, string typed)
    {
        var input = FilterValue.Read(FilterParameter.All.Single(filter => filter.Name == parameter), typed);

        Assert.Null(input.Value);
        Assert.EndsWith(".", input.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfNothing_IsNoFilter() => Assert.All(FilterParameter.All, parameter => Assert.Equal(FilterInput.Empty, FilterValue.Read(parameter, "  ")));

    [Fact]
    public void Read_OfItsOwnResult_ChangesNothing() => Gen.Select(Gen.OneOf(FilterParameter.All.ToArray()), Gen.OneOf(Gen.String, Generate.Text, Gen.Int.Select(number => $"+{number}"))).Sample(
        (parameter, typed) =>
        {
            if (FilterValue.Read(parameter, typed).Value is { } value)
                Assert.Equal(FilterInput.Of(value), FilterValue.Read(parameter, value));
        });

    [Fact]
    public void With_OfWhatGetGave_IsTheSameQuery() => Generate.Query.Sample(query => Assert.Equal(
        query with { Range = TimeRange.Default },
        FilterParameter.All.Aggregate(
            new CallEventQuery { Order = query.Order, Search = query.Search, Event = query.Event, Key = query.Key },
            (copy, parameter) => parameter.With(copy, parameter.Get(query)))));

    [Fact]
    public void All_HasEveryFilterOfTheEndpointOnce()
    {
        Assert.Equal(12, FilterParameter.All.Count);
        Assert.Equal(12, FilterParameter.All.Select(parameter => parameter.Label).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            ["application_name", "outbound_voice_profile_id", "status"],
            from parameter in FilterParameter.All where parameter.MayBeIgnored select parameter.Name);
    }
}

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
    [InlineData("\u202a+1 202 555 0142\u202c", "+12025550142")]
    [InlineData("+1 202 555", "+1202555")]
    [InlineData("+999 12345678", "+99912345678")]
    [InlineData("+4402071838750", "+4402071838750")]
    public void Read_OfANumberWithItsCountryCode_NormalisesItAndLetsSipUrisPass(string typed, string expected) =>
        Assert.Equal(FilterInput.Accept(expected), FilterValue.Read(FilterCatalogue.From, typed));

    [Theory]
    [InlineData("911")]
    [InlineData("68849")]
    [InlineData("12025550142")]
    [InlineData("202 555 0142")]
    [InlineData("+12025550142;ext=77")]
    [InlineData("anonymous")]
    [InlineData("+anonymous")]
    [InlineData("Restricted")]
    [InlineData("\"Ann\" <sip:ann@example.test>")]
    [InlineData("sip:ann@example.test;transport=tls?Subject=a%20b")]
    [InlineData("tel:+1-202-555-0142;phone-context=example.test")]
    [InlineData("+")]
    [InlineData("\u202e2410-555-202-1+")]
    public void Read_OfWhatARecordCarries_TakesItAsItStandsInFormAndLink(string carried)
    {
        Assert.Equal(FilterInput.Accept(carried), FilterValue.Read(FilterCatalogue.To, carried));
        Assert.Equal(FilterInput.Accept(carried), FilterValue.ReadLink(FilterCatalogue.To, carried));
    }

    [Fact]
    public void Read_OfHalfACharacter_IsRefusedAsNoLinkCarriesIt() => Assert.NotNull(FilterValue.Read(FilterCatalogue.From, "a\ud800b").Error);

    [Fact]
    public void Read_OfAnyText_GivesTheValueThatItsLinkGives() =>
        Gen.Select(Gen.OneOf(FilterCatalogue.All.ToArray()), Gen.OneOf(Gen.String, Generate.Text, Generate.Party)).Sample((parameter, carried) =>
        {
            if (FilterValue.Read(parameter, carried).Value is { } value)
                Assert.Equal(FilterInput.Accept(value), FilterValue.ReadLink(parameter, value));
        });

    [Theory]
    [InlineData("702 555 0166", "+17025550166")]
    [InlineData("(702) 555-0166", "+17025550166")]
    [InlineData("12025550142", "+12025550142")]
    [InlineData("442071838750", "+442071838750")]
    [InlineData("011 44 20 7183 8750", "+442071838750")]
    [InlineData("tel:+1-202-555-0142", "+12025550142")]
    [InlineData("+17025550166", null)]
    [InlineData("911", null)]
    [InlineData("68849", null)]
    [InlineData("anonymous", null)]
    [InlineData("+12025550142;ext=77", null)]
    [InlineData("sip:7025550166@example.test", null)]
    public void Suggest_OfANumberWithoutCountryCode_IsTheNumberThatIsLikelyMeant(string typed, string? number) => Assert.Equal(number, NumberText.Suggest(typed));

    [Theory]
    [InlineData("+1202555", "shorter")]
    [InlineData("+1202555014299", "longer")]
    [InlineData("+99912345678", "country")]
    [InlineData("+12025550142", null)]
    [InlineData("911", null)]
    public void Doubt_OfANumberThatCannotExist_SaysWhy(string value, string? words)
    {
        var doubt = NumberText.Warning(value);

        Assert.Equal(words is null, doubt is null);
        Assert.Contains(words ?? "", doubt ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5B1D7C40-C8A2-11F1-9C10-02420AEF93A0")]
    [InlineData("5b1d7c40c8a211f19c1002420aef93a0")]
    [InlineData("{5b1d7c40-c8a2-11f1-9c10-02420aef93a0}")]
    [InlineData("urn:uuid:5b1d7c40-c8a2-11f1-9c10-02420aef93a0")]
    [InlineData("\u200b5b1d7c40-c8a2-11f1- 9c10-02420aef93a0.")]
    [InlineData("“5b1d7c40-c8a2-11f1-9c10-02420aef93a0”")]
    public void Read_OfAUuid_GivesItsCanonicalForm(string typed) =>
        Assert.Equal("5b1d7c40-c8a2-11f1-9c10-02420aef93a0", FilterValue.Read(FilterCatalogue.LegId, typed).Value);

    [Theory]
    [InlineData("leg_id", "5b1d7c40")]
    [InlineData("application_name", "ab")]
    [InlineData("type", "email")]
    [InlineData("connection_id", "a\u202eb")]
    public void Read_OfWhatTheFilterCannotTake_IsRefusedWithASentence(string parameter, string typed)
    {
        var input = FilterValue.Read(FilterCatalogue.All.Single(filter => filter.Name == parameter), typed);

        Assert.Null(input.Value);
        Assert.EndsWith(".", input.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfNothing_IsNoFilter() => Assert.All(FilterCatalogue.All, parameter => Assert.Equal(FilterInput.Empty, FilterValue.Read(parameter, "  ")));

    [Fact]
    public void Read_OfItsOwnResult_ChangesNothing() => Gen.Select(Gen.OneOf(FilterCatalogue.All.ToArray()), Gen.OneOf(Gen.String, Generate.Text, Gen.Int.Select(number => $"+{number}"))).Sample(
        (parameter, typed) =>
        {
            if (FilterValue.Read(parameter, typed).Value is { } value)
                Assert.Equal(FilterInput.Accept(value), FilterValue.Read(parameter, value));
        });

    [Fact]
    public void With_OfWhatGetGave_IsTheSameQueryButForWhatTelnyxCannotBeAsked() => Generate.Query.Sample(query =>
    {
        var asked = query.Conditions.All.Where(condition => !condition.IsFilteredHere).Aggregate(QueryConditions.None, (set, condition) => set.With(condition));
        var bare = query with { Range = TimeRange.Default, Conditions = QueryConditions.None };

        Assert.Equal(bare with { Conditions = asked }, FilterCatalogue.All.Aggregate(bare, (copy, parameter) => parameter.With(copy, asked.Single(parameter))));
    });

    [Fact]
    public void All_HasEveryFilterOfTheEndpointOnce_AndTheOneThatTheDashboardMakesOfTwo()
    {
        Assert.Equal(12, FilterCatalogue.All.Count(parameter => parameter.WireName is not null));
        Assert.Equal(13, FilterCatalogue.All.Select(parameter => parameter.Label).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([FilterCatalogue.Party], FilterCatalogue.All.Where(parameter => parameter.WireName is null));
        Assert.Equal(
            ["application_name", "outbound_voice_profile_id", "status"],
            from parameter in FilterCatalogue.All where parameter.MayBeIgnored select parameter.Name);
    }
}

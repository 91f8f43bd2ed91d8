using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Urls;

/// <summary>Links with lists that were damaged on their way, or are older than lists.</summary>
public sealed class ListLinkTests
{
    [Theory]
    [InlineData("?from=%252B12025550142,%252B13035550111", false)]
    [InlineData("?not.from=%252B12025550142,%252B13035550111", true)]
    public void List_EncodedTwice_IsReadAsItWasMeant(string link, bool isExcluded)
    {
        var parsed = CallEventQueryString.Parse(link);

        var condition = parsed.Query.Conditions.For(FilterCatalogue.From);
        Assert.Equal(["+12025550142", "+13035550111"], isExcluded ? condition.NoneOf : condition.AnyOf);
        Assert.Equal(QueryProblemKind.Corrected, Assert.Single(parsed.Problems).Kind);
    }

    [Theory]
    [InlineData("?application_name=Acme%2C%20Inc", "Acme, Inc")]
    [InlineData("?application_name=Acme%5C%2C%20Inc,Globex", "Acme, Inc|Globex")]
    [InlineData("?application_name=Acme,Globex", "Acme|Globex")]
    [InlineData("?application_name=Acme%5C%2CInc", "Acme,Inc")]
    public void Name_WithACommaAndASpace_IsOne(string link, string names)
    {
        var parsed = CallEventQueryString.Parse(link);

        Assert.Equal(names.Split('|'), parsed.Query.Conditions.For(FilterCatalogue.ApplicationName).AnyOf);
        Assert.Empty(parsed.Problems);
        Assert.Equal(parsed.Query, CallEventQueryString.Parse(CallEventQueryString.Format(parsed.Query)).Query);
    }

    [Theory]
    [InlineData("?from=%2B12025550142,%20%2B13035550111", "+12025550142|+13035550111")]
    [InlineData("?from=Smith,%20John", "Smith, John")]
    public void Numbers_AreParted_AndANameAmongThemIsNot(string link, string values) =>
        Assert.Equal(values.Split('|'), CallEventQueryString.Parse(link).Query.Conditions.For(FilterCatalogue.From).AnyOf);
}

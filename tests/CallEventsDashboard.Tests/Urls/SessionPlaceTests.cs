namespace CallEventsDashboard.Urls;

public sealed class SessionPlaceTests
{
    [Theory]
    [InlineData("?type=webhook&tab=ladder&scale=true", "type=webhook", "ladder", "true", true)]
    [InlineData("?tab=timings", "", "timings", null, true)]
    [InlineData("", "", null, null, true)]
    [InlineData("?scale=true&tab=ladder", "", "ladder", "true", false)]
    [InlineData("?tab=ladder&type=webhook", "type=webhook", "ladder", null, false)]
    public void Read_APlace_TakesItOutOfTheQuery(string queryString, string rest, string? tab, string? scale, bool isCanonical)
    {
        var read = SessionPlace.Read(queryString);

        Assert.Equal((new SessionPlace(tab, scale), rest, isCanonical), (read.Place, read.Query, read.IsCanonical));
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void Read_ALegInAnotherSpelling_IsItsCanonicalId()
    {
        var read = SessionPlace.Read("?tab=ladder&leg=5B1D6F2AC8A211F18B7B02420AEF93A0");

        Assert.Equal((new SessionPlace("ladder", null, "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0"), false), (read.Place, read.IsCanonical));
    }

    [Theory]
    [InlineData("?only=end", "end", true)]
    [InlineData("?only=setup,end,failed", "setup,end,failed", true)]
    [InlineData("?only=failed,end,end", "end,failed", false)]
    [InlineData("?only=end%2Cfailed", "end,failed", false)]
    public void Read_TheMarksToShow_AreInTheirOrder(string queryString, string only, bool isCanonical)
    {
        var read = SessionPlace.Read(queryString);

        Assert.Equal((new SessionPlace(Only: only), isCanonical), (read.Place, read.IsCanonical));
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData("?only=end,phases", "end", "phases")]
    [InlineData("?only=,failed", "failed", "")]
    [InlineData("?only=phases", null, "phases")]
    [InlineData("?only=", null, "")]
    public void Read_MarksThatThereAreNot_AreNamedAndLeftOut(string queryString, string? only, string named)
    {
        var read = SessionPlace.Read(queryString);

        Assert.Equal((only, false), (read.Place.Only, read.IsCanonical));
        var problem = Assert.Single(read.Problems);
        Assert.Equal(("only", named), (problem.Parameter, problem.Value));
    }

    [Theory]
    [InlineData("?leg=A", QueryProblemKind.Malformed)]
    [InlineData("?tab=nowhere", QueryProblemKind.Malformed)]
    [InlineData("?scale=", QueryProblemKind.Malformed)]
    [InlineData("?tab=ladder&tab=timings", QueryProblemKind.Repeated)]
    public void Read_WhatCannotBeUsed_IsNamed(string queryString, QueryProblemKind kind)
    {
        var read = SessionPlace.Read(queryString);

        Assert.Equal(kind, Assert.Single(read.Problems).Kind);
        Assert.False(read.IsCanonical);
    }

    [Theory]
    [InlineData("", "?tab=effects&scale=compressed")]
    [InlineData("?type=webhook", "&tab=effects&scale=compressed")]
    public void Format_FollowsTheQuery(string query, string expected) => Assert.Equal(expected, new SessionPlace("effects", "compressed").Format(query));
}

using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The two sides of a field of the form, whose values may be masked.</summary>
public class FieldDraftTests
{
    private const string Number = "+17025550166";
    private const string SameNumber = "702-555-0166";
    private const string StandIn = "•BCDF …0166";

    [Fact]
    public void WantedValue_ExcludedByItsStandIn_IsExcludedItself()
    {
        var draft = new FieldDraft(new FilterCondition(FilterCatalogue.From, [Number], []), Mask);
        Assert.Equal(StandIn, draft.Text);

        draft.Type($"!{draft.Text}");

        Assert.Null(draft.Error);
        Assert.Equal((StandIn, true), (draft.Text, draft.Excludes));
        Assert.Equal(new FilterCondition(FilterCatalogue.From, [], [Number]), draft.Read());
    }

    [Theory]
    [InlineData(StandIn)]
    [InlineData("!" + StandIn)]
    [InlineData("911, " + StandIn)]
    public void StandIn_OfNoValueOfTheQuery_IsRefused(string typed)
    {
        var draft = new FieldDraft(new FilterCondition(FilterCatalogue.From, [], []), Mask);

        draft.Type(typed);

        Assert.StartsWith("This stands for a masked value", draft.Error, StringComparison.Ordinal);
        Assert.Equal(typed.TrimStart('!'), draft.Text);
        Assert.True(draft.Read().IsEmpty);
        Assert.True(draft.HasErrors);
    }

    [Fact]
    public void Values_WithTheSameStandIn_StayOnTheirSides()
    {
        var before = new FilterCondition(FilterCatalogue.From, [Number], [SameNumber]);

        var draft = new FieldDraft(before, Mask);

        Assert.Equal(before, draft.Read());
        Assert.False(draft.HasErrors);
    }

    [Fact]
    public void ExclamationMark_Alone_ShowsWhatIsExcludedAndKeepsBothSides()
    {
        var before = new FilterCondition(FilterCatalogue.To, [Number], ["911"]);
        var draft = new FieldDraft(before, value => value);

        draft.Type("!");
        draft.Type("!");

        Assert.Equal(("911", true, true), (draft.Text, draft.Excludes, draft.HidesText));
        Assert.Equal(before, draft.Read());
    }

    private static string Mask(string value) => $"•BCDF …{value[^4..]}";
}

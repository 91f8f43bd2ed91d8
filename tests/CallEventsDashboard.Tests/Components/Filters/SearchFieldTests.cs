using Bunit;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

public sealed class SearchFieldTests : FilterBarContext
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    [Fact]
    public void Typing_BeforeThePause_SearchesNothing()
    {
        var bar = RenderBar(CallEventQuery.Default);

        Type(bar, "202");
        Time.Advance(Pause - TimeSpan.FromMilliseconds(1));
        Type(bar, "202-5");
        Time.Advance(Pause - TimeSpan.FromMilliseconds(1));

        Assert.Empty(Changes);
    }

    [Fact]
    public void Typing_AfterThePause_SearchesOnceAndReplacesHistory()
    {
        var bar = RenderBar(CallEventQuery.Default with { Order = EventOrder.Oldest });

        Type(bar, "202");
        Type(bar, " 202-555 ");
        Time.Advance(Pause);

        bar.WaitForAssertion(() => Assert.Equal(new QueryChange(new() { Search = "202-555", Order = EventOrder.Oldest }, Replace: true), Assert.Single(Changes)));
        Assert.Equal(" 202-555 ", Input(bar).GetAttribute("value"));
    }

    [Fact]
    public void Enter_WhileTyping_SearchesAtOnceAndCanBeGoneBackFrom()
    {
        var bar = RenderBar(CallEventQuery.Default);

        Type(bar, "Grüße");
        bar.Find("form[role=search]").Submit();
        Time.Advance(Pause);

        Assert.Equal(new QueryChange(new() { Search = "Grüße" }, Replace: false), Assert.Single(Changes));
    }

    [Fact]
    public void Number_Typed_IsOfferedAsAnExactQueryThatEnterTakes()
    {
        var bar = RenderBar(new() { Search = "before", Order = EventOrder.Oldest });

        Type(bar, "(702) 555-0166");
        Time.Advance(Pause);
        Assert.Empty(Changes);
        Assert.Equal(
            [("party", "+17025550166"), ("from", "+17025550166"), ("to", "+17025550166")],
            bar.FindAll("[data-testid=search-offer]").Select(offer => (offer.GetAttribute("data-filter"), offer.GetAttribute("data-value"))));
        bar.Find("form[role=search]").Submit();

        Assert.Equal(new QueryChange(new() { Party = "+17025550166", Order = EventOrder.Oldest }, Replace: false), Assert.Single(Changes));
        Assert.Empty(bar.FindAll("[data-testid=search-offer]"));
        Assert.Equal("", Input(bar).GetAttribute("value") ?? "");
    }

    [Fact]
    public void Number_SearchedAsText_IsSearchedInAllFields()
    {
        var bar = RenderBar(CallEventQuery.Default);

        Type(bar, "+17025550166");
        bar.Find("[data-testid=search-text]").Click();

        Assert.Equal(new QueryChange(new() { Search = "+17025550166" }, Replace: false), Assert.Single(Changes));
        Assert.Empty(bar.FindAll("[data-testid=search-offer]"));
    }

    [Fact]
    public void Clearing_TheField_EndsTheSearchAtOnce()
    {
        var bar = RenderBar(new() { Search = "hangup" });
        Assert.Equal("hangup", Input(bar).GetAttribute("value"));

        Button(bar, "Clear the search").Click();

        Assert.Equal(new QueryChange(CallEventQuery.Default, Replace: true), Assert.Single(Changes));
        Assert.Equal("", Input(bar).GetAttribute("value") ?? "");
    }

    [Fact]
    public void Badge_WhenRemoved_EmptiesTheField()
    {
        var bar = RenderBar(new() { Search = "hangup" });

        Button(bar, "Remove filter Search").Click();

        Assert.Equal("", Input(bar).GetAttribute("value") ?? "");
    }

    [Fact]
    public void Marks_OfTheWritingDirection_AreNoPartOfTheNumber()
    {
        var bar = RenderBar(CallEventQuery.Default);

        Type(bar, "\u202a+1 202-555-0142\u202c");
        bar.Find("form[role=search]").Submit();

        Assert.Equal("+12025550142", Assert.Single(Changes).Query.Party);
    }

    private static AngleSharp.Dom.IElement Input(IRenderedComponent<FilterBar> bar) => bar.Find("input[type=search]");

    private static void Type(IRenderedComponent<FilterBar> bar, string text) => Input(bar).Input(text);
}

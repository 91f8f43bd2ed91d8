using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Events.Detail;

public sealed class JsonTreeTests : DashboardContext
{
    private const string Webhook = """
        {"name":"call.hangup","metadata":{"attempt":2,"event":{"payload":{"hangup_cause":"user_busy","sip_hangup_cause":"486","client_state":"eyJzdGVwIjozfQ==",
        "call_quality_stats":{"inbound":{"mos":"4.50"}},"from":"+12025550142","tags":["a","b"],"x-y":true}}}}
        """;

    [Fact]
    public void Render_SmallRecord_OpensToThePayload()
    {
        var tree = Tree(Webhook);

        Assert.Equal("true", Row(tree, "metadata.event.payload").GetAttribute("aria-expanded"));
        Assert.Equal("false", Row(tree, "metadata.event.payload.call_quality_stats").GetAttribute("aria-expanded"));
        Assert.Equal("486", Row(tree, "metadata.event.payload.sip_hangup_cause").QuerySelector(".value")!.TextContent.Trim('"'));
        Assert.Equal(4, int.Parse(Row(tree, "metadata.event.payload.hangup_cause").GetAttribute("aria-level")!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Render_BigObject_StartsClosed()
    {
        var tree = Tree("{\"big\":{" + string.Join(',', Enumerable.Range(0, 11).Select(i => $"\"k{i}\":{i}")) + "}}");

        Assert.Equal("false", Row(tree, "big").GetAttribute("aria-expanded"));
        Assert.Equal("{ k0, k1, k2, k3, … }", Row(tree, "big").QuerySelector(".summary")!.TextContent);
    }

    [Theory]
    [InlineData("hangup_cause", "the callee was busy")]
    [InlineData("sip_hangup_cause", "Busy here")]
    [InlineData("client_state", """{"step":3}""")]
    public void Render_CodedValue_SaysWhatItMeans(string key, string hint)
    {
        var tree = Tree("""{"payload":{"hangup_cause":"user_busy","sip_hangup_cause":"486","client_state":"eyJzdGVwIjozfQ=="}}""");

        Assert.Equal(hint, Row(tree, $"payload.{key}").QuerySelector(".hint")!.TextContent);
    }

    [Fact]
    public void Toggle_Branch_ShowsAndHidesItsChildren()
    {
        var tree = Tree(Webhook);

        Row(tree, "metadata.event.payload.call_quality_stats").QuerySelector("[data-toggle]")!.Click();
        Assert.NotNull(Row(tree, "metadata.event.payload.call_quality_stats.inbound"));

        Row(tree, "metadata").QuerySelector("[data-toggle]")!.Click();
        Assert.Equal(["name", "metadata"], Paths(tree));
    }

    [Fact]
    public void ExpandAllAndCollapseAll_Click_OpenAndCloseEverything()
    {
        var tree = Tree(Webhook);

        tree.Find("[aria-label='Expand all']").Click();
        Assert.Contains("metadata.event.payload.call_quality_stats.inbound.mos", Paths(tree));

        tree.Find("[aria-label='Collapse all']").Click();
        Assert.Equal(["name", "metadata"], Paths(tree));
    }

    [Fact]
    public void Render_ArrayOfThousands_DrawsAHundredAndOffersMore()
    {
        var tree = Tree($$"""{"many":[{{string.Join(',', Enumerable.Range(0, 5_000))}}]}""");
        Row(tree, "many").QuerySelector("[data-toggle]")!.Click();
        Assert.Equal(101, Paths(tree).Count);

        tree.Find(".more button").Click();

        Assert.Equal(201, Paths(tree).Count);
        Assert.Equal("Show 100 more of 5,000", tree.Find(".more button").TextContent);
    }

    [Fact]
    public void ExpandAll_ThousandsOfObjects_DrawsNoMoreThanItsLimit()
    {
        var part = string.Join(',', Enumerable.Range(0, 50).Select(i => $"\"k{i}\":[1,2,3,4,5,6,7,8,9,10]"));
        var tree = Tree("{\"a\":{" + part + "},\"b\":{" + part + "}}");

        tree.Find("[aria-label='Expand all']").Click();
        Assert.Equal(RecordTree.LinesStep, Paths(tree).Count);

        tree.Find(".more button").Click();
        Assert.Equal(2 * RecordTree.LinesStep, Paths(tree).Count);
    }

    [Fact]
    public void Find_HiddenValue_OpensItsAncestorsAndCounts()
    {
        var tree = Tree(Webhook);

        tree.Find("[data-find]").Input("4.5");

        Assert.Equal("1 of 1", tree.Find("[role=status]").TextContent);
        Assert.Equal("true", Row(tree, "metadata.event.payload.call_quality_stats.inbound.mos").GetAttribute("aria-selected"));
        Assert.Equal("4.5", tree.Find("mark").TextContent);
    }

    [Fact]
    public void Find_DeepInAnArray_ShowsItsHundred()
    {
        var tree = Tree($$"""{"many":[{{string.Join(',', Enumerable.Range(0, 3_000).Select(i => $"\"item {i}\""))}}]}""");

        tree.Find("[data-find]").Input("ITEM 2345");

        Assert.Equal("true", Row(tree, "many[2345]").GetAttribute("aria-selected"));
    }

    [Fact]
    public void Find_FarDown_DrawsOnlyWhatIsAroundIt()
    {
        var tree = Tree($$"""{"many":[{{string.Join(',', Enumerable.Range(0, 3_000).Select(i => $"\"item {i}\""))}}]}""");

        tree.Find("[data-find]").Input("item 2345");
        Assert.Equal(("many[2095]", "many[2399]"), (Paths(tree)[0], Paths(tree)[^1]));

        tree.FindAll(".more button")[0].Click();
        Assert.Equal("many[1595]", Paths(tree)[0]);

        tree.Find("[aria-label='Collapse all']").Click();
        Assert.Equal(["many"], Paths(tree));
    }

    [Fact]
    public void Find_NextAndPrevious_GoRound()
    {
        var tree = Tree("""{"ab":"x","b":"ab","c":{"ab":1}}""");
        tree.Find("[data-find]").Input("ab");
        Assert.Equal("1 of 3", tree.Find("[role=status]").TextContent);

        tree.Find("[data-previous]").Click();
        Assert.Equal("3 of 3", tree.Find("[role=status]").TextContent);

        tree.Find("[data-next]").Click();
        tree.Find("[data-next]").Click();
        Assert.Equal("2 of 3", tree.Find("[role=status]").TextContent);
        Assert.Equal("true", Row(tree, "b").GetAttribute("aria-selected"));
    }

    [Fact]
    public void Find_NothingThere_SaysSo()
    {
        var tree = Tree(Webhook);

        tree.Find("[data-find]").Input("zzz");

        Assert.Equal("none", tree.Find("[role=status]").TextContent);
        Assert.True(tree.Find("[data-next]").HasAttribute("disabled"));
    }

    [Fact]
    public void FilterByThisValue_Click_NarrowsTheQuery()
    {
        CallEventQuery? asked = null;
        var tree = Tree(Webhook, query => asked = query);

        Row(tree, "metadata.event.payload.from").QuerySelector("[aria-label='Filter by this value']")!.Click();

        Assert.Equal(new CallEventQuery { Product = "fax", From = "+12025550142" }, asked);
        Assert.Null(Row(tree, "metadata.event.payload.hangup_cause").QuerySelector("[aria-label='Filter by this value']"));
    }

    [Fact]
    public void Row_Any_CopiesItsPathAndPointsAtItsValue()
    {
        var tree = Tree(Webhook);

        Assert.Equal("metadata.event.payload.hangup_cause", Row(tree, "metadata.event.payload.hangup_cause").QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
        Assert.Equal("""metadata.event.payload["x-y"]""", Row(tree, """metadata.event.payload["x-y"]""").QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
        Row(tree, "metadata.event.payload.tags").QuerySelector("[data-toggle]")!.Click();
        Assert.Equal("""["metadata","event","payload","tags",1]""", Row(tree, "metadata.event.payload.tags[1]").QuerySelector("[data-copy-path]")!.GetAttribute("data-copy-path"));
    }

    [Fact]
    public void Render_LongText_IsClippedUntilAllOfItIsAskedFor()
    {
        var tree = Tree($$"""{"text":"{{new string('a', 1_000)}}"}""");
        Assert.Equal(ValueText.ClipAt + 3, tree.Find(".value").TextContent.Length);

        tree.Find(".whole").Click();

        Assert.Equal(1_002, tree.Find(".value").TextContent.Length);
    }

    [Fact]
    public void Render_HostileText_IsTextAndIsSeen()
    {
        var tree = Tree("""{"a<b>":"\u202e<script>alert(1)</script>\u0000"}""");

        Assert.Empty(tree.FindAll("script, b"));
        Assert.Equal("\"\\u202e<script>alert(1)</script>\\u0000\"", tree.Find(".value").TextContent);
        Assert.Equal(2, tree.FindAll(".escape").Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Render_NothingToShow_SaysSo(string json) => Assert.NotNull(Tree(json).Find(".none"));

    private static IElement Row(IRenderedComponent<JsonTree> tree, string path) =>
        tree.FindAll("[role=treeitem]").SingleOrDefault(row => row.GetAttribute("data-path") == path)
        ?? throw new InvalidOperationException($"No row at {path}; there are {string.Join(", ", Paths(tree).Take(40))}");

    private static List<string> Paths(IRenderedComponent<JsonTree> tree) => [.. tree.FindAll("[data-path]").Select(row => row.GetAttribute("data-path")!)];

    private IRenderedComponent<JsonTree> Tree(string json, Action<CallEventQuery>? onFilter = null) => Render<JsonTree>(parameters => parameters
        .Add(tree => tree.Record, Records.Json(json))
        .Add(tree => tree.JsonId, "json")
        .Add(tree => tree.Query, new CallEventQuery { Product = "fax" })
        .Add(tree => tree.OnFilter, onFilter ?? (_ => { })));
}

using System.Text;
using System.Text.Json;
using Bunit;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>What the detail and a row show of a record that can't be read whole, and of one that is as deep as one may be.</summary>
public sealed class UnreadableEventTests : DashboardContext
{
    [Theory]
    [InlineData("null")]
    [InlineData("{\"name\":\"call.hangup\",\"metadata\":NaN}")]
    public void Detail_RecordThatCantBeRead_ShowsItsTextAndWhy(string raw)
    {
        var callEvent = CallEventReader.Read(Encoding.UTF8.GetBytes(raw));
        var detail = Render<EventDetail>(parameters => parameters.Add(it => it.Event, callEvent).Add(it => it.Place, new EventPlace(CallEventQuery.Default)));

        var flaw = detail.Find("[data-testid=record-flaw]");
        Assert.Contains(raw, flaw.TextContent, StringComparison.Ordinal);
        Assert.Contains(RecordFlawText.Describe(callEvent), flaw.TextContent, StringComparison.Ordinal);
        Assert.Empty(detail.FindAll("[role=tree]"));
    }

    [Fact]
    public void Row_RecordThatCantBeRead_IsMarked()
    {
        var row = Render<EventRow>(parameters => parameters.Add(it => it.Index, 0).Add(it => it.Row, CallEventReader.Read("[1]"u8.ToArray())));

        Assert.NotEmpty(row.Find("[data-testid=record-flaw]").TextContent);
    }

    [Fact]
    public async Task Detail_DeepestRecord_OpensWholly()
    {
        var raw = string.Concat(Enumerable.Repeat("{\"a long name of a property\":", RecordJson.MaxDepth - 1)) + "{}" + new string('}', RecordJson.MaxDepth - 1);
        var callEvent = CallEventReader.Read(Encoding.UTF8.GetBytes(raw));
        Assert.Equal(RecordFlaw.None, callEvent.Flaw);
        var detail = Render<EventDetail>(parameters => parameters.Add(it => it.Event, callEvent).Add(it => it.Place, new EventPlace(CallEventQuery.Default)));

        await detail.Find("button[aria-label='Expand all']").ClickAsync();

        Assert.InRange(detail.FindAll("[role=treeitem]").Count, RecordTree.LinesStep, RecordTree.LinesStep + 1);
        Assert.True(detail.Markup.Length < 5_000_000, "The tree is far more text than the record.");
        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(Encoding.UTF8.GetBytes(detail.Find("#event-json").TextContent), RecordJson.Options).ValueKind);
    }
}

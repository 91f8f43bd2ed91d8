using Bunit;
using CallEventsDashboard.Components.Events;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Lists;

public sealed class GridColumnsTests : DashboardContext
{
    private static readonly CallEvent Hangup = new() { Name = "call.hangup", Type = "webhook", From = "+12025550142", Fingerprint = "0-00000000000000aa", Raw = "{}"u8.ToArray() };

    [Fact]
    public void Choice_OfColumns_IsWhatHeadRowAndPlaceholdersShow_InItsOrder()
    {
        var chosen = new GridColumns<EventRow>([.. new[] { "from", "name" }.Select(Column)]);

        var head = Render<GridHead<EventRow>>(parameters => parameters.Add(it => it.Columns, chosen));
        var row = Render<EventRow>(parameters => parameters.Add(it => it.Index, 0).Add(it => it.Row, Hangup).Add(it => it.Columns, chosen));

        Assert.Equal(["From", "Event"], head.FindAll("[role=columnheader]").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["+1 202-555-0142", "call.hangup"], row.FindAll("[role=gridcell]").Select(cell => cell.TextContent));
        Assert.StartsWith("<i class=\"from\" role=\"gridcell\" aria-label=\"Loading\"></i><i class=\"name\">", chosen.Waiting.Value, StringComparison.Ordinal);
        Assert.Contains("--columns-widest:146px minmax(180px, 1fr);--least-widest:326px;", chosen.Style, StringComparison.Ordinal);
    }

    [Fact]
    public void Head_OfAColumnWithAUnit_SetsItApart()
    {
        var head = Render<GridHead<EventRow>>(parameters => parameters.Add(it => it.Columns, new GridColumns<EventRow>(Column("time"))));

        Assert.Equal("Time (UTC)", head.Find("[role=columnheader]").TextContent.Trim());
    }

    [Fact]
    public void Row_GivenOtherColumns_ShowsThem()
    {
        var row = Render<EventRow>(parameters => parameters.Add(it => it.Index, 0).Add(it => it.Row, Hangup));

        row.Render(parameters => parameters.Add(it => it.Columns, new GridColumns<EventRow>(Column("type"))));

        Assert.Equal("webhook", Assert.Single(row.FindAll("[role=gridcell]")).TextContent);
    }

    [Fact]
    public void Layout_OfARoom_HasItsColumnsAtItsWidths()
    {
        var columns = new GridColumns<EventRow>(Column("time"), Column("type"), Column("connection"));

        Assert.StartsWith("--columns-narrow:192px;--least-narrow:192px;--columns-medium:196px 92px;", columns.Style, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("details", true)]
    [InlineData("from", true)]
    [InlineData("type", false)]
    public void Neighbours_AreLookedUp_OnlyForAColumnThatTellsOfThem(string column, bool areNeeded) =>
        Assert.Equal(areNeeded, new GridColumns<EventRow>(Column(column)).NeedsNeighbours);

    private static GridColumn<EventRow> Column(string name) => EventRow.AllColumns.Shown.Single(column => column.Name == name);
}

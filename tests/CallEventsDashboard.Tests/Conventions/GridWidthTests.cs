using System.Globalization;
using System.Text.RegularExpressions;
using CallEventsDashboard.Components.Events;
using CallEventsDashboard.Components.Sessions.List;

namespace CallEventsDashboard.Conventions;

/// <summary>The style sheet of a grid shows a column only from a width of the page on at which there is room for it: else the page would have to be scrolled sideways.</summary>
public sealed partial class GridWidthTests
{
    // The rail beside the page.
    private const int Beside = 72;

    public static TheoryData<string, string> Grids => new()
    {
        { "Components/Events/EventGrid.razor.css", EventRow.AllColumns.Style },
        { "Components/Sessions/List/SessionGrid.razor.css", SessionRow.AllColumns.Style },
    };

    [Theory]
    [MemberData(nameof(Grids))]
    public void Columns_OfEachRoom_FitThePage(string sheet, string style)
    {
        var css = File.ReadAllText(Path.Combine(Repository.Root, "src", "CallEventsDashboard", sheet));
        var blocks = css.Split("@media (max-width: ").Select((text, index) => (Most: index == 0 ? int.MaxValue : int.Parse(text[..text.IndexOf("px", StringComparison.Ordinal)], CultureInfo.InvariantCulture), text)).ToList();

        var rooms = 0;
        foreach (var (block, next) in blocks.Zip(blocks.Skip(1)))
        {
            if (Room().Match(block.text) is not { Success: true } room)
                continue;
            var least = int.Parse(Regex.Match(style, $"--least-{room.Groups["room"].Value}:(?<px>\\d+)px", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["px"].Value, CultureInfo.InvariantCulture);
            Assert.True(least + Beside <= next.Most + 1, $"{sheet}: the columns of the room {room.Groups["room"].Value} need {least + Beside} px and are shown from {next.Most + 1} px on. Move the breakpoint.");
            rooms++;
        }

        Assert.True(rooms >= 3, $"Only {rooms} rooms were found in {sheet}.");
    }

    [GeneratedRegex(@"--columns: var\(--columns-(?<room>\w+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Room();
}

using Bunit;
using CallEventsDashboard.Components.Pages;

namespace CallEventsDashboard.Components.Keyboard;

public sealed class CommandPaletteTests : EventsContext
{
    private const string Session = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    [Fact]
    public async Task Palette_Opened_OffersPagesAndFilters_AsChangesOfTheList()
    {
        var palette = await OpenPaletteAsync("sessions?type=webhook&order=oldest");

        Assert.Equal("events?type=webhook&order=oldest", UrlOf(palette, "Events"));
        Assert.Equal("insights?type=webhook&order=oldest", UrlOf(palette, "Insights"));
        Assert.Equal("keys", UrlOf(palette, "API keys"));
        Assert.Equal("sessions?type=webhook&last=1h&order=oldest", UrlOf(palette, "Last hour"));
        Assert.Equal("sessions?type=webhook", UrlOf(palette, "Newest first"));
        Assert.Equal("sessions?failed=true&type=webhook&order=oldest", UrlOf(palette, "Failed webhooks"));
        Assert.DoesNotContain("Oldest first", Labels(palette));
    }

    [Fact]
    public async Task Words_Typed_NarrowTheEntries()
    {
        var palette = await OpenPaletteAsync("events");

        Type(palette, "web fail");

        Assert.Equal(["Failed webhooks of the last hour", "Failed webhooks", "Search all fields for"], Labels(palette));
        Assert.Equal("web fail", palette.Find("[role=listbox]").GetAttribute("data-for"));
    }

    [Fact]
    public async Task Number_Pasted_IsOfferedAsTheSearchBoxDoes()
    {
        var palette = await OpenPaletteAsync("keys");

        Type(palette, "‪(202) 555-0142‬ ".Replace("(202)", "+1 (202)", StringComparison.Ordinal));

        Assert.Equal("events?party=%2B12025550142", palette.FindAll("[data-testid=palette-item]")[0].GetAttribute("href"));
    }

    [Fact]
    public async Task Id_Pasted_OpensTheSessionFirst()
    {
        var palette = await OpenPaletteAsync("events");

        Type(palette, Session);

        Assert.Equal([$"sessions/{Session}", $"events?application_session_id={Session}", $"events?leg_id={Session}", $"events?q={Session}"],
            palette.FindAll("[data-testid=palette-item]").Select(item => item.GetAttribute("href")));
    }

    [Fact]
    public async Task ApiKey_Pasted_IsPutIntoNoAddress()
    {
        var palette = await OpenPaletteAsync("events");

        Type(palette, Secret);

        Assert.Equal(["API keys"], Labels(palette));
        Assert.Contains("looks like an API key", palette.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<CommandPalette>> OpenPaletteAsync(string link)
    {
        await StoreKeyAsync();
        Navigation.NavigateTo(link);
        var palette = Render<CommandPalette>();
        await palette.InvokeAsync(palette.Instance.OpenedAsync);
        return palette;
    }

    private static void Type(IRenderedComponent<CommandPalette> palette, string text) => palette.Find("input").Input(text);

    private static IEnumerable<string> Labels(IRenderedComponent<CommandPalette> palette) =>
        palette.FindAll("[data-testid=palette-item] .label").Select(label => label.TextContent);

    private static string? UrlOf(IRenderedComponent<CommandPalette> palette, string label) =>
        palette.FindAll("[data-testid=palette-item]").Single(item => item.QuerySelector(".label")!.TextContent == label).GetAttribute("href");
}

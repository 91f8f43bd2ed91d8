using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

/// <summary>Where the system chooses the colours, what is said by a bar, a mark or a pressed button is still seen: told by the pixels of the screen.</summary>
public sealed class ForcedColorsTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    // The share of the pixels of a picture that are not of its most frequent colour, and that colour.
    private const string Look =
        """
        async png => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d');
          context.drawImage(bitmap, 0, 0);
          const counts = new Map();
          const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
          for (let at = 0; at < data.length; at += 4) {
            const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
            counts.set(colour, (counts.get(colour) ?? 0) + 1);
          }
          const [colour, most] = [...counts].reduce((best, it) => it[1] > best[1] ? it : best);
          return [colour, String(1 - most * 4 / data.length)];
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task BarsMarksAndToggles_AreSeenByTheirPixels(ColorScheme theme)
    {
        var visitor = await VisitorAsync(theme: theme);
        await visitor.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = theme });
        var (rows, _) = await Sandbox.PageAsync("filter[name]=call.bridged", 1);
        await visitor.GoToAsync($"/sessions/{rows[0].SessionId}");
        var page = visitor.Page;
        var bar = page.Locator("[data-testid=phase][data-kind=talk]").First;
        var mark = page.Locator("[data-testid=event-mark]:not(.merged)").First;
        await Expect(bar).ToBeVisibleAsync();
        await Expect(mark).ToBeVisibleAsync();

        var background = (await LookAsync(page.Locator("[data-testid=timeline-legend]"))).Colour;
        Assert.NotEqual(background, (await LookAsync(bar)).Colour);
        Assert.InRange((await LookAsync(mark)).Other, 0.1, 1);
        Assert.InRange((await LookAsync(page.Locator("[data-testid=event-row] .name").First)).Other, 0.02, 1);
        Assert.NotEqual((await LookAsync(visitor.Button("Compressed"))).Colour, (await LookAsync(visitor.Button("True scale"))).Colour);
        Assert.NotEqual((await LookAsync(page.GetByRole(AriaRole.Tab, new() { Name = "Ladder" }))).Colour, (await LookAsync(page.GetByRole(AriaRole.Tab, new() { Name = "Events" }))).Colour);

        async Task<(string Colour, double Other)> LookAsync(ILocator part)
        {
            // Decoded in a page of its own, whose policy lets it.
            await using var reader = await Browser.NewContextAsync();
            var answer = await (await reader.NewPageAsync()).EvaluateAsync<string[]>(Look, Convert.ToBase64String(await part.ScreenshotAsync()));
            return (answer[0], double.Parse(answer[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}

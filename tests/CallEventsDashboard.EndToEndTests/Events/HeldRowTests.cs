using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>
/// The script that keeps a row where it stands while a list takes the place of another. On a page that is slow to draw, the steps come in an order
/// that no test can bring about through the server.
/// </summary>
public sealed class HeldRowTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Begin =
        """
        async () => {
          const { hold, release, topRow } = await import('/Components/Lists/RowGrid.js');
          const grid = document.body.appendChild(document.createElement('div'));
          grid.style.cssText = 'position: fixed; top: 0; left: 0; width: 200px; height: 200px; overflow: auto; --row-height: 20';
          grid.innerHTML = '<div role="row"></div><div style="height: 4000px"></div>';
          Object.assign(grid.dataset, { list: 0, asOf: 'old' });
          const drawn = () => new Promise(frame => requestAnimationFrame(() => requestAnimationFrame(frame)));
          const row = (index, name) => `<div style="position: absolute; top: ${index * 20}px; height: 20px" data-index="${index}" data-session-id="${name}"></div>`;
          grid.scrollTop = 400;
        """;

    [Fact]
    public async Task Release_BeforeTheRowIsDrawn_WaitsForIt()
    {
        var places = await RunAsync<int[]>(
            """
            hold(grid, { index: 30, name: 'kept', offset: 0 });
            release(grid, 1);
            await drawn();
            const places = [grid.scrollTop];
            Object.assign(grid.dataset, { list: 1, asOf: 'new' });
            await drawn();
            places.push(grid.scrollTop);
            grid.insertAdjacentHTML('beforeend', row(32, 'kept'));
            await drawn();
            places.push(grid.scrollTop);
            grid.scrollTop = 100;
            grid.dataset.asOf = 'newer';
            await drawn();
            return [...places, grid.scrollTop];
            """);

        Assert.Equal([400, 600, 640, 100], places);
    }

    [Fact]
    public async Task Hold_WhileTheReaderScrolls_LetsGo()
    {
        var place = await RunAsync<int>(
            """
            hold(grid, { index: 30, name: 'kept', offset: 0 });
            grid.dispatchEvent(new WheelEvent('wheel'));
            grid.scrollTop = 100;
            Object.assign(grid.dataset, { list: 1, asOf: 'new' });
            await drawn();
            return grid.scrollTop;
            """);

        Assert.Equal(100, place);
    }

    [Fact]
    public async Task TopRow_BeforeTheRowsInViewAreDrawn_IsToldOnceTheyAre()
    {
        var top = await RunAsync<string>(
            """
            grid.insertAdjacentHTML('beforeend', row(60, 'beyond the view'));
            const told = topRow(grid);
            await drawn();
            grid.insertAdjacentHTML('beforeend', row(20, 'in view'));
            const { index, name } = await told;
            return `${index} ${name}`;
            """);

        Assert.Equal("20 in view", top);
    }

    /// <summary>Runs steps in a page that has an empty list of its own, beside the one that is there.</summary>
    private async Task<T> RunAsync<T>(string steps)
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        return await visitor.Page.EvaluateAsync<T>($"{Begin}\n{steps}\n}}");
    }
}

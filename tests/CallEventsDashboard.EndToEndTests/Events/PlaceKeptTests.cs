using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>
/// The place in each kind of list, at its top, its middle and its end, after each way back to it: Back, a reload, a connection that was lost and a link opened in
/// another tab. One visit goes through all of a list, as opening pages is what costs.
/// </summary>
public sealed class PlaceKeptTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private static readonly double[] Shares = [0, 0.5, 1];

    private Visitor _visitor = null!;
    private IPage _tab = null!;
    private string _scroller = "event-scroller";
    private string _named = "fingerprint";

    [Fact]
    public async Task List_AtEachPlace_IsThereAgain_WithItsSelectedEvent()
    {
        await BeginAsync();
        var query = await Sandbox.NewestRangeAsync(20_000);
        await _visitor.OpenEventsAsync(query);
        foreach (var share in Shares)
        {
            await _visitor.ScrollToAsync(share);
            await _visitor.WaitForRowsAsync();
            var selected = await SelectAsync();
            var place = await KeptTopAsync();

            await _visitor.Detail.GetByRole(AriaRole.Link, new() { Name = "Open session" }).ClickAsync();
            await Expect(_visitor.Page.GetByTestId("session-timeline")).ToBeVisibleAsync();
            await _visitor.Page.GoBackAsync();
            await ExpectPlaceAsync(place, selected);
            await _visitor.Page.ReloadAsync();
            await ExpectPlaceAsync(place, selected);
            await ReconnectAsync(place);
            await ExpectPlaceAsync(place, selected);
            await ExpectInNewTabAsync(selected);

            // Without an event the list is still where it was.
            await _visitor.Page.Keyboard.PressAsync("Escape");
            await Expect(_visitor.Detail).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Sessions_AtEachPlace_AreThereAgain()
    {
        (_scroller, _named) = ("session-scroller", "sessionId");
        await BeginAsync();
        var address = $"/sessions?{await Sandbox.NewestRangeAsync(1500)}";
        await _visitor.GoToAsync(address);
        await Expect(_visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
        foreach (var share in Shares)
        {
            await Scroller(_visitor.Page).EvaluateAsync("(list, share) => { list.scrollTop = share * (list.scrollHeight - list.clientHeight); }", share);
            await _visitor.Page.WaitForFunctionAsync(Top, Arguments);
            var place = await KeptTopAsync();

            await ClickInTheMiddleAsync();
            await Expect(_visitor.Page.GetByTestId("session-timeline")).ToBeVisibleAsync();
            await _visitor.Page.GoBackAsync();
            await ExpectPlaceAsync(place, null);
            await _visitor.Page.ReloadAsync();
            await ExpectPlaceAsync(place, null);
            await ReconnectAsync(place);
            await ExpectPlaceAsync(place, null);
        }

        // A link to them names none that would be in view: it begins at the top.
        await _tab.GotoAsync(address);
        await Expect(_tab.Locator("[data-testid=session-row][data-index='0']")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Session_AtEachEvent_IsThereAgain_InListAndTimeline()
    {
        await BeginAsync();
        await _visitor.GoToAsync($"/sessions/{await LongSessionAsync()}");
        await Expect(_visitor.Rows.First).ToBeVisibleAsync();
        foreach (var share in Shares)
        {
            await _visitor.ScrollToAsync(share);
            await _visitor.Page.WaitForFunctionAsync(Top, Arguments);
            var selected = await SelectAsync();
            var place = await KeptTopAsync();

            await _visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the list of events" }).ClickAsync();
            await _visitor.WaitForRowsAsync();
            await _visitor.Page.GoBackAsync();
            await ExpectPlaceAsync(place, selected);
            await _visitor.Page.ReloadAsync();
            await ExpectPlaceAsync(place, selected);
            await ReconnectAsync(place);
            await ExpectPlaceAsync(place, selected);
            await Expect(_visitor.Page.Locator("[data-testid=event-mark][aria-current=true]")).ToBeInViewportAsync();
            await ExpectInNewTabAsync(selected);
        }
    }

    private async Task BeginAsync()
    {
        _visitor = await VisitorAsync();
        _tab = await _visitor.NewTabAsync();
    }

    private async Task<string> SelectAsync()
    {
        var fingerprint = await ClickInTheMiddleAsync();
        await _visitor.SelectedAddressAsync();
        return fingerprint;
    }

    /// <summary>
    /// Clicks the row in the middle of the view, by its name: another row may be there once more are drawn. One that is partly out of view would be scrolled
    /// into it for the click, and the place with it.
    /// </summary>
    private async Task<string> ClickInTheMiddleAsync()
    {
        var name = await _visitor.Page.EvaluateAsync<string>(
            """
            ([scroller, name]) => {
              const list = document.querySelector(`[data-testid=${scroller}]`);
              const box = list.getBoundingClientRect();
              const at = row => row.getBoundingClientRect();
              const isInView = row => row.dataset[name] && at(row).top > box.top + 40 && at(row).bottom < Math.min(box.bottom, innerHeight);
              const inView = [...list.querySelectorAll('[data-index]')].filter(isInView).sort((one, other) => at(one).top - at(other).top);
              return inView[Math.floor(inView.length / 2)].dataset[name];
            }
            """,
            Arguments);
        await Row(_visitor.Page, name).ClickAsync();
        return name;
    }

    /// <summary>The row at the top of the list, once the browser has kept it.</summary>
    private async Task<string> KeptTopAsync()
    {
        var top = await (await _visitor.Page.WaitForFunctionAsync(
            $$"""
            names => {
              const top = ({{Top}})(names);
              const list = document.querySelector(`[data-testid=${names[0]}]`);
              const kept = JSON.parse(sessionStorage.getItem('callevents.places') ?? '[]').some(([, row]) => row.name === top);
              return top && (kept || list.scrollTop === 0) ? top : null;
            }
            """,
            Arguments)).JsonValueAsync<string>();
        return top;
    }

    private async Task ExpectPlaceAsync(string place, string? selected)
    {
        await _visitor.Page.WaitForFunctionAsync($"([names, place]) => ({Top})(names) === place", new object[] { Arguments, place });
        if (selected is not null)
            await Expect(Row(_visitor.Page, selected).And(_visitor.Page.Locator("[aria-selected=true]"))).ToBeInViewportAsync();
    }

    /// <summary>Loses the circuit and goes on with another one. Whatever is drawn on the way, no other row is at the top of the list.</summary>
    private async Task ReconnectAsync(string place)
    {
        var dialog = _visitor.Page.GetByTestId("reconnect");
        await _visitor.Page.EvaluateAsync("Blazor.pauseCircuit()");
        await Expect(dialog.GetByText("It resumes where it stopped")).ToBeVisibleAsync();
        await _visitor.Page.EvaluateAsync(
            $$"""
            names => {
              const before = document.querySelector(`[data-testid=${names[0]}]`);
              globalThis.tops = [];
              const look = () => {
                const list = document.querySelector(`[data-testid=${names[0]}]`);
                const top = list && list !== before && ({{Top}})(names);
                if (top && tops.at(-1) !== top) tops.push(top);
                requestAnimationFrame(look);
              };
              look();
            }
            """,
            Arguments);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await _visitor.Page.WaitForFunctionAsync("place => tops.includes(place)", place);
        Assert.Equal([place], await _visitor.Page.EvaluateAsync<string[]>("tops"));
    }

    private async Task ExpectInNewTabAsync(string selected)
    {
        await _tab.GotoAsync(_visitor.Page.Url);
        await Expect(Row(_tab, selected).And(_tab.Locator("[aria-selected=true]"))).ToBeInViewportAsync();
    }

    /// <summary>A session with more events than its list has room for.</summary>
    private async Task<string> LongSessionAsync()
    {
        var sessions = (await Sandbox.NewestAsync("filter[name]=call.ai_gather.ended")).Select(row => row.SessionId).Distinct(StringComparer.Ordinal);
        foreach (var session in sessions.Take(40))
        {
            if (await Sandbox.CountAsync($"filter[application_session_id]={session}") >= 20)
                return session;
        }

        throw new InvalidOperationException("The Sandbox has no session of 20 events.");
    }

    private string[] Arguments => [_scroller, _named];

    private ILocator Scroller(IPage page) => page.GetByTestId(_scroller);

    private ILocator Row(IPage page, string name) =>
        page.Locator(_named is "fingerprint" ? $"[data-testid=event-row][data-fingerprint='{name}']" : $"[data-testid=session-row][data-session-id='{name}']");

    // Nothing while the rows in view are not drawn or not read.
    private const string Top =
        """
        ([scroller, name]) => {
          const list = document.querySelector(`[data-testid=${scroller}]`);
          if (!list) return null;
          const edge = list.getBoundingClientRect().top + list.querySelector('[role=row]').offsetHeight;
          return [...list.querySelectorAll('[data-index]')].filter(row => row.checkVisibility({ visibilityProperty: true })).map(row => [row, row.getBoundingClientRect()])
            .filter(([, box]) => box.bottom > edge + 1 && box.top < edge + 60).sort(([, one], [, other]) => one.top - other.top)[0]?.[0].dataset[name] ?? null;
        }
        """;
}

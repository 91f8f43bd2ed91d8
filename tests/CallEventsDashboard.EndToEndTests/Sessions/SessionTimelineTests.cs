using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Sessions;

public sealed class SessionTimelineTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Scale = "/Components/Sessions/Timeline/Scripts/Axis.js";
    private const string Track = "/Components/Sessions/Timeline/Scripts/Track.js";

    [Fact]
    public async Task Marks_AreTheEventsOfTheSession_OnTheLaneOfTheirLeg()
    {
        var (visitor, sent) = await OpenTransferAsync();

        var marks = await MarksAsync(visitor);

        Assert.Equal(sent.Count, marks.Sum(mark => mark.Events));
        var alone = marks.Where(mark => mark.Events == 1).ToList();
        Assert.NotEmpty(alone);
        Assert.All(alone, mark => Assert.Contains(sent, row => (row.OccurredAt, row.Name, row.LegId) == (mark.OccurredAt, mark.Name, mark.LegId)));
        Assert.All(marks, mark => Assert.Equal(mark.LegId, mark.Lane));
        await Expect(visitor.Page.Locator("[data-testid=phase][data-kind=ringing]").First).ToHaveAttributeAsync("title", Pattern("derived: there is no ringing event$"));
        await Expect(visitor.Page.Locator("[data-testid=phase][data-kind=talk]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_StepThroughTheLeg_AndTheAddressFollows()
    {
        var (visitor, sent) = await OpenTransferAsync();
        var first = sent.OrderBy(row => row.OccurredAt, StringComparer.Ordinal).First();
        var leg = sent.Where(row => row.LegId == first.LegId).OrderBy(row => row.OccurredAt, StringComparer.Ordinal).ToList();

        await visitor.Page.Keyboard.PressAsync(".");
        await Expect(Selected(visitor)).ToHaveAttributeAsync("data-occurred-at", leg[0].OccurredAt);
        await visitor.Page.Keyboard.PressAsync(".");
        await visitor.Page.Keyboard.PressAsync(".");
        await Expect(Selected(visitor)).ToHaveAttributeAsync("data-occurred-at", leg[2].OccurredAt);
        await visitor.Page.Keyboard.PressAsync(",");
        await Expect(Selected(visitor)).ToHaveAttributeAsync("data-occurred-at", leg[1].OccurredAt);

        var fingerprint = await Selected(visitor).GetAttributeAsync("data-fingerprint");
        await Expect(visitor.Page).ToHaveURLAsync($"/sessions/{first.SessionId}?event={fingerprint}");
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-fingerprint", fingerprint!);
    }

    [Fact]
    public async Task ALink_OpensWithItsEventSelectedAndInView()
    {
        var (visitor, _) = await OpenTransferAsync();
        await visitor.Page.GetByTestId("event-mark").Last.ClickAsync();
        await Expect(Selected(visitor)).ToHaveCountAsync(1);
        var fingerprint = await Selected(visitor).GetAttributeAsync("data-fingerprint");
        await Expect(visitor.Page).ToHaveURLAsync(Pattern($"event={fingerprint}$"));

        await visitor.Page.ReloadAsync();

        await Expect(Selected(visitor)).ToHaveAttributeAsync("data-fingerprint", fingerprint!);
        await Expect(Selected(visitor)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Zoom_ByKeys_MovesTheAxis_AndFitShowsAllAgain()
    {
        var (visitor, _) = await OpenTransferAsync();
        var whole = (await MarksAsync(visitor)).Sum(mark => mark.Events);
        var window = visitor.Page.Locator("[data-window]");
        var fit = await window.GetAttributeAsync("style");

        await visitor.Page.Locator("[data-axis]").FocusAsync();
        for (var i = 0; i < 4; i++)
            await visitor.Page.Keyboard.PressAsync("+");
        await Expect(window).Not.ToHaveAttributeAsync("style", fit!);
        Assert.True((await MarksAsync(visitor)).Sum(mark => mark.Events) < whole);

        await visitor.Page.Keyboard.PressAsync("f");
        await Expect(window).ToHaveAttributeAsync("style", fit!);
        Assert.Equal(whole, (await MarksAsync(visitor)).Sum(mark => mark.Events));
    }

    [Fact]
    public async Task Scale_IsSwitched_AndOnlyTheCompressedOneHasBreaks()
    {
        var (visitor, _) = await OpenTransferAsync();
        var breaks = visitor.Page.Locator("[data-folds] > *");

        await visitor.Button("Compressed").ClickAsync();
        await Expect(visitor.Button("Compressed")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(breaks.First).ToHaveAttributeAsync("title", Pattern("without events$"));

        await visitor.Button("True scale").ClickAsync();
        await Expect(breaks).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Cursor_ReadsTheTimeAndWhatEachLegWasDoing()
    {
        var (visitor, sent) = await OpenTransferAsync();
        var talk = visitor.Page.Locator("[data-testid=phase][data-kind=talk]").First;

        await talk.HoverAsync(new() { Position = new() { X = 3, Y = 10 } });

        await Expect(visitor.Page.Locator("[data-flag]")).ToContainTextAsync(" UTC · +");
        var states = visitor.Page.Locator("[data-lane-state]");
        await Expect(states.First).ToHaveTextAsync(Pattern("^talk"));
        await Expect(states).ToHaveCountAsync(sent.Select(row => row.LegId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Merging_OfAnyMarks_KeepsEachEventOnce_AndZoomingPartsThem()
    {
        var (visitor, _) = await OpenTransferAsync();

        var faults = await visitor.Page.EvaluateAsync<string[]>($$"""
            async () => {
              const { groupMarks } = await import('{{Track}}');
              const faults = [];
              let seed = 1;
              const random = () => (seed = seed * 16807 % 2147483647) / 2147483647;
              for (let round = 0; round < 300; round++) {
                const orders = Array.from({ length: 1 + Math.floor(random() * 80) }, (_, order) => order);
                const places = orders.map(() => Math.floor(random() * 1000)).sort((a, b) => a - b);
                const apart = new Set([Math.floor(random() * orders.length)]);
                for (const zoom of [0.01, 0.3, 1, 6]) {
                  const groups = groupMarks(orders, places, zoom, 4, apart);
                  if (groups.reduce((sum, group) => sum + group.count, 0) !== orders.length) faults.push(`lost at ${zoom}`);
                  if (!groups.some(group => group.count === 1 && apart.has(group.order))) faults.push(`hidden at ${zoom}`);
                  if (groups.some(group => group.count > 1 && (places[group.last] - group.place) * zoom >= 4)) faults.push(`too wide at ${zoom}`);
                }
                if (groupMarks(orders, places, 600, 4, apart).some(group => group.count > 1 && places[group.last] !== group.place)) faults.push('not parted');
              }
              return faults;
            }
            """);

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Ticks_OfAnyView_AreRoundAndApart()
    {
        var (visitor, _) = await OpenTransferAsync();

        var faults = await visitor.Page.EvaluateAsync<string[]>($$"""
            async () => {
              const { scaleOf, ticksOf } = await import('{{Scale}}');
              const faults = [];
              const scale = scaleOf({ times: [0, 5e6, 605e6, 610e6], places: [0, 5e6, 5.4e6, 10.4e6], folds: [{ from: 5e6, to: 605e6, label: '10 min' }] });
              for (let zoom = 1e-4; zoom < 1; zoom *= 1.7) {
                for (const from of [-1e5, 0, 3e6, 5.2e6, 9e6]) {
                  const { ticks, step } = ticksOf(scale, { from, zoom, width: 1100 });
                  if (ticks.some(({ time }) => time > 5e6 && time < 605e6)) faults.push(`in the fold at ${zoom}`);
                  if (ticks.some((tick, index) => index && (tick.place - ticks[index - 1].place) * zoom < 100)) faults.push(`too near at ${zoom}`);
                  if (ticks.some(({ time }) => time !== 605e6 && Math.abs(time / step - Math.round(time / step)) > 1e-6)) faults.push(`not round at ${zoom}`);
                  if (ticks.some(({ time, place }) => Math.abs(scale.place(time) - place) > 1)) faults.push(`misplaced at ${zoom}`);
                }
              }
              return faults;
            }
            """);

        Assert.Empty(faults);
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static ILocator Selected(Visitor visitor) => visitor.Page.Locator("[data-testid=event-mark][aria-current=true]");

    private static async Task<IReadOnlyList<DrawnMark>> MarksAsync(Visitor visitor)
    {
        // What was asked for last is drawn with the next frame.
        await visitor.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return await visitor.Page.GetByTestId("event-mark").EvaluateAllAsync<DrawnMark[]>(
            """
            marks => marks.map(mark => ({
              occurredAt: mark.dataset.occurredAt, name: mark.dataset.eventName, legId: mark.dataset.legId, lane: mark.closest('[data-testid=leg-lane]').dataset.legId,
              events: Number(mark.dataset.count ?? mark.dataset.attempts ?? 1) }))
            """);
    }

    private async Task<(Visitor Visitor, IReadOnlyList<ApiRow> Sent)> OpenTransferAsync()
    {
        // Two legs that talked, and each of its events is told apart by time, name and leg.
        foreach (var transfer in (await Sandbox.NewestAsync("filter[name]=transfer")).Skip(20).Take(30))
        {
            var sent = await Sandbox.NewestAsync($"filter[application_session_id]={transfer.SessionId}");
            if (sent.All(row => row.Name != "call.bridged") || sent.DistinctBy(row => (row.OccurredAt, row.Name, row.LegId)).Count() < sent.Count)
                continue;
            var visitor = await VisitorAsync();
            await visitor.GoToAsync($"/sessions/{transfer.SessionId}");
            await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
            return (visitor, sent);
        }

        throw new InvalidOperationException("The Sandbox has no transfer without trouble.");
    }

    private sealed record DrawnMark
    {
        public string OccurredAt { get; init; } = "";

        public string Name { get; init; } = "";

        public string LegId { get; init; } = "";

        /// <summary>The leg of the lane that it is drawn on.</summary>
        public string Lane { get; init; } = "";

        /// <summary>More than one where marks are merged.</summary>
        public int Events { get; init; }
    }
}

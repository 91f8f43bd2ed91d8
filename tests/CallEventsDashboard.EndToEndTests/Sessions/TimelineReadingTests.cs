using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Sessions;

/// <summary>What the timeline says of its marks and bars, and which of them it shows.</summary>
public sealed class TimelineReadingTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Axis = "/Components/Sessions/Timeline/Scripts/Axis.js";
    private const string Track = "/Components/Sessions/Timeline/Scripts/Track.js";
    private const string Steps = "/Components/Sessions/Timeline/Scripts/Steps.js";

    [Fact]
    public async Task Mark_ThatIsPointedAt_IsNamedWithItsKeyFacts_AndFamiliesAreShownAlone()
    {
        var visitor = await OpenAsync();
        var tip = visitor.Page.Locator("[data-tip]");
        await visitor.Page.Locator("[data-testid=event-mark][data-event-name='call.hangup']:not(.merged)").First.HoverAsync();
        await Expect(tip).ToContainTextAsync("call.hangup");
        await Expect(tip).ToContainTextAsync("normal_clearing");

        await visitor.Page.Locator("[data-only=end]").ClickAsync();
        await Expect(visitor.Page.Locator("[data-testid=event-mark][data-event-name='call.initiated']")).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator("[data-testid=event-mark][data-event-name='call.hangup']").First).ToBeVisibleAsync();
        await visitor.Page.Locator("[data-only=end]").ClickAsync();
        await Expect(visitor.Page.Locator("[data-testid=event-mark][data-event-name='call.initiated']").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Labels_StandWhereNoFoldCoversThem_OffsetsSayDays_AndArrowsGoThroughTheLanesAsTheyStand()
    {
        var visitor = await OpenAsync();

        var faults = await visitor.Page.EvaluateAsync<string[]>($$"""
            async () => {
              const { labelIn } = await import('{{Track}}');
              const { clock, clockWithZone, dayOf, offset } = await import('{{Axis}}');
              const { across } = await import('{{Steps}}');
              const faults = [];
              for (let from = 0; from < 400; from += 7) {
                for (let to = from + 10; to < 500; to += 23) {
                  const folds = [{ from: 120, to: 160 }, { from: 300, to: 340 }];
                  const label = labelIn({ from, to }, folds, 80);
                  if (label && (label.from < from || label.to > to || folds.some(fold => label.from < fold.to && label.to > fold.from))) faults.push(`${from}..${to}`);
                  if (!label && to - from > 60 && to < 120) faults.push(`none in ${from}..${to}`);
                }
              }
              // Of three lanes in groups, the last stands between the others.
              const lanes = [{ marks: [0] }, { marks: [1] }, { marks: [2] }];
              const above = across({ marks: { lane: [0, 1, 2], time: [0, 1, 2] }, lanes }, 1, -1, [0, 2, 1]);
              if (above !== 2) faults.push(`above is ${above}`);
              if (offset(26 * 3600e6, 0) !== '+1 d 2:00:00') faults.push(offset(26 * 3600e6, 0));
              const check = (found, wanted) => { if (found !== wanted) faults.push(`${found} is not ${wanted}`); };
              const utc = [{ from: 0, offset: 0, name: 'UTC', doubled: null }];
              check(dayOf(utc, Date.UTC(2026, 10, 30) * 1000), 'Nov 30');
              check(clockWithZone(utc, Date.UTC(2026, 10, 30, 9, 5) * 1000), '09:05:00.000 UTC');
              // Berlin, in the night in which its clocks are put back.
              const berlin = [
                { from: Date.UTC(2026, 9, 24, 12) * 1000, offset: 7200e6, name: 'UTC+02:00', doubled: null },
                { from: Date.UTC(2026, 9, 25, 0) * 1000, offset: 7200e6, name: 'UTC+02:00', doubled: '+02:00' },
                { from: Date.UTC(2026, 9, 25, 1) * 1000, offset: 3600e6, name: 'UTC+01:00', doubled: '+01:00' },
              ];
              check(clock(berlin, Date.UTC(2026, 9, 24, 22, 30) * 1000), '00:30:00.000');
              check(dayOf(berlin, Date.UTC(2026, 9, 24, 22, 30) * 1000), 'Oct 25');
              check(clock(berlin, Date.UTC(2026, 9, 25, 0, 30) * 1000, 0), '02:30:00 +02:00');
              check(clockWithZone(berlin, Date.UTC(2026, 9, 25, 1, 30) * 1000), '02:30:00.000 UTC+01:00');
              return faults;
            }
            """);

        Assert.Empty(faults);
    }

    private async Task<Visitor> OpenAsync()
    {
        foreach (var transfer in (await Sandbox.NewestAsync("filter[name]=transfer")).Skip(20).Take(30))
        {
            var sent = await Sandbox.NewestAsync($"filter[application_session_id]={transfer.SessionId}");
            if (sent.All(row => row.Name != "call.hangup") || sent.All(row => row.Name != "call.bridged"))
                continue;
            var visitor = await VisitorAsync();
            await visitor.GoToAsync($"/sessions/{transfer.SessionId}");
            await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
            return visitor;
        }

        throw new InvalidOperationException("The Sandbox has no transfer whose legs hung up.");
    }
}

using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

/// <summary>An account in which an enemy chose the texts, but not what belongs together: half of the events have a name that is known.</summary>
public sealed class HostileSessionFixture() : DashboardFixture(
    ["--events", "1500", "--seed", "6", "--order", "ascending", "--shape", "mixed", "--texts", Payloads.Save(), "--texts-keep-ids"],
    new Dictionary<string, string>(StringComparer.Ordinal));

[CollectionDefinition(nameof(HostileSession))]
public sealed class HostileSession : ICollectionFixture<HostileSessionFixture>;

/// <summary>Payloads in every place of a session's page, in both themes: none runs, and the policy has nothing to stop.</summary>
[Collection(nameof(HostileSession))]
public sealed class HostileSessionTests(HostileSessionFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const int Sessions = 8;

    private static readonly string[] Tabs = ["Ladder", "Timings", "Cause and effect", "Events"];

    private int _executions;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Timeline_AndEveryViewBesideIt_ShowThemAsText(ColorScheme theme)
    {
        var visitor = await VisitorAsync(theme: theme);
        await visitor.Context.ExposeFunctionAsync("xss", (int _) => Interlocked.Increment(ref _executions));
        visitor.Page.Dialog += async (_, dialog) =>
        {
            Interlocked.Increment(ref _executions);
            await dialog.DismissAsync();
        };
        var marked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var session in await LargestAsync())
        {
            await visitor.GoToAsync($"/sessions/{session}");
            await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
            var marks = visitor.Page.GetByTestId("event-mark");
            await Expect(marks.First).ToBeVisibleAsync();
            await Expect(visitor.Page.GetByTestId("outcome")).ToBeVisibleAsync();
            marked.UnionWith(await marks.EvaluateAllAsync<string[]>("marks => marks.map(mark => mark.dataset.eventName)"));
            foreach (var tab in Tabs)
            {
                await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
                await Expect(visitor.Page.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
            }

            await visitor.Page.Locator("[data-axis]").FocusAsync();
            await visitor.Page.Keyboard.PressAsync(".");
            await Expect(visitor.Detail).ToBeVisibleAsync();
        }

        Assert.True(marked.Intersect(Payloads.All, StringComparer.Ordinal).Count() >= Sessions);
        Assert.Equal(0, _executions);
    }

    /// <summary>The ids of the sessions with the most events of those first in the account.</summary>
    private async Task<IEnumerable<string>> LargestAsync() =>
        (await Sandbox.PageAsync("", 2)).Rows.Concat((await Sandbox.PageAsync("", 3)).Rows).Where(row => row.SessionId.Length > 0)
            .CountBy(row => row.SessionId).OrderByDescending(pair => pair.Value).Take(Sessions).Select(pair => pair.Key);
}

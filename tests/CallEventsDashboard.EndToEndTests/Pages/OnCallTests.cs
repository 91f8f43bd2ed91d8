using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

/// <summary>
/// What somebody on call asks first, each with the most actions that it may take: a click, a drag, a key, or a text that is typed or pasted as one. The tasks
/// of one test follow each other in one page, as they do in a night; <c>KeyboardTests</c> has more of them by keys.
/// </summary>
public sealed partial class OnCallTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private Visitor _visitor = null!;
    private int _actions;

    [Fact]
    public async Task Tasks_ByMouse_TakeNoMoreActionsThanTheyShould()
    {
        _visitor = await VisitorAsync();
        await _visitor.AllowClipboardAsync();
        await _visitor.OpenEventsAsync();
        var page = _visitor.Page;

        await TaskAsync("All failed webhooks of the last hour", 2, async () =>
        {
            await ClickAsync(page.GetByTestId("views-open"));
            await ClickAsync(page.GetByTestId("ready-view").GetByText("Failed webhooks of the last hour"));
            await Expect(page).ToHaveURLAsync("/events?failed=true&type=webhook&last=1h");
            await _visitor.WaitForRowsAsync();
        });
        await TaskAsync("The refused commands, and the calls that failed", 2, async () =>
        {
            await ClickAsync(Quick("Refused commands"));
            await Expect(page).ToHaveURLAsync("/events?failed=true&type=command&last=1h");
            await _visitor.WaitForListAsync();
            await ClickAsync(Quick("Calls that failed"));
            // A filter that only the dashboard can apply: the list is read until its budget is spent.
            await Expect(page).ToHaveURLAsync("/events?last=1h&call_failed=true");
            await Expect(_visitor.Rows.First).ToBeVisibleAsync();
            await Expect(_visitor.Coverage).Not.ToHaveAttributeAsync("data-state", "reading");
        });
        await TaskAsync("Only the events like this one, as it failed", 3, async () =>
        {
            await ClickAsync(_visitor.RowAt(0));
            await ClickAsync(_visitor.Detail.Locator("summary", new() { HasText = "Filter by…" }));
            await ClickAsync(_visitor.Detail.Locator("[data-filter='Event name']").Or(_visitor.Detail.Locator("[data-filter=Name]")).First);
            await Expect(_visitor.Badge("name")).ToBeVisibleAsync();
        });

        var number = await CallerAsync();
        var session = "";
        await _visitor.OpenEventsAsync();
        await TaskAsync("Why a caller's call dropped, by the number as a customer writes it", 4, async () =>
        {
            await TypeAsync(Search, $"({number[2..5]}) {number[5..8]}-{number[8..]}");
            await PressAsync("Enter");
            await _visitor.WaitForRowsAsync();
            await Expect(_visitor.Badge("party")).ToHaveAttributeAsync("data-applied-by", "api");
            await ClickAsync(page.Locator("[data-testid=event-row][data-event-name='call.hangup']").First);
            await ClickAsync(_visitor.Detail.GetByRole(AriaRole.Link, new() { Name = "Open session" }));
            await Expect(page.GetByTestId("outcome")).Not.ToHaveAttributeAsync("data-cause", "");
            session = new Uri(page.Url).Segments[^1];
        });
        await TaskAsync("The event that proves it, and its record in the clipboard", 3, async () =>
        {
            await ClickAsync(page.GetByTestId("outcome").GetByRole(AriaRole.Link).First);
            await Expect(_visitor.Detail).ToHaveAttributeAsync("data-fingerprint", await page.GetByTestId("outcome").GetAttributeAsync("data-event") ?? "");
            await ClickAsync(_visitor.Detail.Locator("summary", new() { HasText = "Copy" }));
            await ClickAsync(_visitor.Detail.GetByRole(AriaRole.Button, new() { Name = "Copy JSON" }));
            Assert.Contains("call.hangup", await _visitor.CopiedAsync("{"), StringComparison.Ordinal);
        });
        await TaskAsync("How long the application took, and what its commands brought about", 2, async () =>
        {
            await ClickAsync(page.GetByRole(AriaRole.Tab, new() { Name = "Timings" }));
            await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Ringing");
            await ClickAsync(page.GetByRole(AriaRole.Tab, new() { NameRegex = Beginning("Cause and effect") }));
            await Expect(page.GetByRole(AriaRole.Tab, new() { NameRegex = Beginning("Cause and effect") })).ToHaveAttributeAsync("aria-selected", "true");
        });
        await TaskAsync("Only how the call ended on the timeline, and only what failed of it", 2, async () =>
        {
            await ClickAsync(page.Locator("[data-only=end]"));
            await Expect(page.Locator("[data-testid=event-mark]:not([data-event-name='call.hangup'], [data-event-name=hangup])")).ToHaveCountAsync(0);
            await ClickAsync(page.Locator("[data-only=failed]"));
            await Expect(page).ToHaveURLAsync(Ending("&only=end,failed"));
        });
        await TaskAsync("A link to this for a colleague, and a file of the session for a ticket", 3, async () =>
        {
            await ClickAsync(_visitor.Button("Copy link").First);
            Assert.Contains("&only=end,failed", await _visitor.CopiedAsync($"{Dashboard.Address}sessions/{session}?event="), StringComparison.Ordinal);
            await ClickAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = Beginning("Save") }));
            await ClickAsync(page.GetByTestId("evidence").GetByRole(AriaRole.Button, new() { Name = "Close" }));
            await Expect(page.GetByTestId("evidence")).ToHaveCountAsync(0);
        });
        await TaskAsync("Back to the list where it was", 1, async () =>
        {
            await ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "Back to the list of events" }));
            await Expect(_visitor.Badge("party")).ToBeVisibleAsync();
        });
        await TaskAsync("What came first, and the same list by call", 2, async () =>
        {
            await ClickAsync(_visitor.Button("Oldest first"));
            await Expect(page).ToHaveURLAsync(new Regex("order=oldest", RegexOptions.None, TimeSpan.FromSeconds(1)));
            await ClickAsync(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Sessions" }));
            await Expect(page.GetByTestId("session-row").First).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task Tasks_ByKeyboard_TakeNoMoreActionsThanTheyShould()
    {
        _visitor = await VisitorAsync();
        await _visitor.OpenEventsAsync("last=1h&name=call.hangup");
        var page = _visitor.Page;
        var row = await _visitor.LoadedRowAsync(2);

        await TaskAsync("A session by its ID", 3, async () =>
        {
            await PressAsync("Control+k");
            await PasteAsync(row.SessionId);
            await Expect(page.GetByTestId("palette-item").First).ToContainTextAsync("Open the session");
            await PressAsync("Enter");
            await Expect(page.GetByTestId("outcome")).ToBeVisibleAsync();
            Assert.StartsWith($"/sessions/{row.SessionId}", new Uri(page.Url).PathAndQuery, StringComparison.Ordinal);
        });
        await TaskAsync("A view of it", 3, async () =>
        {
            await page.GetByRole(AriaRole.Tab, new() { NameRegex = Beginning("Events") }).FocusAsync();
            await PressAsync("ArrowRight");
            await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Ladder" })).ToHaveAttributeAsync("aria-selected", "true");
        });
        await TaskAsync("Back to the list where it was", 1, async () =>
        {
            await CountAsync(page.GoBackAsync());
            await Expect(page).ToHaveURLAsync("/events?name=call.hangup&last=1h");
            await _visitor.WaitForRowsAsync();
        });
        await TaskAsync("The events of a leg by its ID", 5, async () =>
        {
            await PressAsync("/");
            await PasteAsync(row.LegId);
            await Expect(page.GetByTestId("search-offer")).ToHaveCountAsync(2);
            await PressAsync("ArrowDown");
            await PressAsync("ArrowDown");
            await PressAsync("Enter");
            await Expect(page).ToHaveURLAsync($"/events?leg_id={row.LegId}&name=call.hangup&last=1h");
            await _visitor.WaitForRowsAsync();
        });
        await TaskAsync("The calls that failed", 3, async () =>
        {
            await PressAsync("Control+k");
            await PasteAsync("calls that failed");
            await PressAsync("Enter");
            await Expect(page).ToHaveURLAsync(new Regex("call_failed=true", RegexOptions.None, TimeSpan.FromSeconds(1)));
        });
    }

    /// <summary>A caller whose call ended last.</summary>
    private async Task<string> CallerAsync()
    {
        var hangups = await Sandbox.NewestAsync("filter[name]=call.hangup");
        return hangups.Select(row => Caller().Match(row.Record.GetRawText()).Groups["number"].Value).First(number => number.Length > 0);
    }

    private async Task TaskAsync(string task, int most, Func<Task> act)
    {
        _actions = 0;
        await act();
        Assert.True(_actions <= most, $"{task} took {_actions} actions, and may take {most}.");
    }

    private ILocator Search => _visitor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search numbers, IDs, metadata" });

    private ILocator Quick(string label) => _visitor.Page.GetByTestId("quick-filter").Filter(new() { HasTextRegex = Ending($"^{label}") });

    private Task ClickAsync(ILocator where) => CountAsync(where.ClickAsync());

    private Task TypeAsync(ILocator where, string text) => CountAsync(where.FillAsync(text));

    private Task PasteAsync(string text) => CountAsync(_visitor.Page.Keyboard.InsertTextAsync(text));

    private Task PressAsync(string key) => CountAsync(_visitor.Page.Keyboard.PressAsync(key));

    private Task CountAsync(Task action)
    {
        _actions++;
        return action;
    }

    [GeneratedRegex("\"from\": ?\"(?<number>\\+1[0-9]{10})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Caller();

    private static Regex Beginning(string text) => new($"^{text}", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static Regex Ending(string pattern) => new($"{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1));
}

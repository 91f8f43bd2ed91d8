using System.Globalization;
using System.Text.RegularExpressions;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>A person in a browser of their own. Everything is found by its role and name, or by the handles that are documented.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private const string ReportViolations =
        "document.addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.effectiveDirective} refuses ${e.blockedURI} ${e.sample}`));";

    private readonly List<string> _complaints = [];

    private Visitor(IBrowserContext context, IPage page, int width, ColorScheme theme)
    {
        (Context, Page) = (context, page);
        (Width, Theme) = (width, theme);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>The width of the window that was opened, in CSS pixels.</summary>
    public int Width { get; }

    public ColorScheme Theme { get; }

    /// <summary>Errors in the console, what the Content-Security-Policy refused, and requests to other origins: each of them fails the test.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Grid => Page.GetByRole(AriaRole.Grid, new() { Name = "Call events" });

    private const string Loaded =
        """
        row => ({
          index: Number(row.dataset.index), occurredAt: row.dataset.occurredAt, name: row.dataset.eventName, type: row.dataset.eventType,
          legId: row.dataset.legId ?? '', sessionId: row.dataset.sessionId ?? '', fingerprint: row.dataset.fingerprint })
        """;

    public ILocator Rows => Page.GetByTestId("event-row");

    public ILocator Scroller => Page.GetByTestId("event-scroller");

    public ILocator Coverage => Page.GetByTestId("coverage");

    public ILocator Detail => Page.GetByTestId("event-detail");

    public ILocator Alert => Page.Locator("[role=alert][data-error]");

    public static async Task<Visitor> OpenAsync(IBrowser browser, Uri address, string? storage, int width, ColorScheme theme, params Uri[] provider)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ColorScheme = theme,
            IgnoreHTTPSErrors = true,
            Locale = "en-US",
            // Transitions are drawn frame by frame, on the processor here: a quarter of the work of opening a page.
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = storage,
            TimezoneId = "Europe/Berlin",
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
        });
        context.SetDefaultTimeout(Limits.WaitMilliseconds);
        await context.AddInitScriptAsync(ReportViolations);
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page, width, theme);
        visitor.Listen([address, .. provider]);
        Canary.Watch(context, visitor._complaints.Add);
        return visitor;
    }

    public ILocator Badge(string filter) => Page.Locator($"[data-testid=filter-badge][data-filter='{filter}']");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator RowAt(long index) => Page.Locator($"[data-testid=event-row][data-index='{index}']");

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    public Task GoToAsync(string path) => Page.GotoAsync(path);

    public async Task SaveKeyAsync(string name, string key)
    {
        await GoToAsync("/keys");
        await Field("Name").FillAsync(name);
        await Field("API key").FillAsync(key);
        await Button("Save key").ClickAsync();
        await Expect(Page.Locator($"[data-testid=stored-key][data-name='{name}']")).ToHaveAttributeAsync("data-active", "true");
    }

    public async Task OpenFilterFormAsync()
    {
        await Button("+ Filter").ClickAsync();
        await Expect(Button("Apply")).ToBeVisibleAsync();
    }

    /// <summary>Opens a list that is not empty, and waits until its total is exact and its first rows are there.</summary>
    public async Task OpenEventsAsync(string query = "")
    {
        await GoToAsync($"/events{(query.Length > 0 ? "?" : "")}{query}");
        await WaitForRowsAsync();
    }

    /// <summary>Waits until the list of the address is shown, and its whole wanted range is reachable. It may have no row.</summary>
    public async Task WaitForListAsync()
    {
        await WaitForAddressAsync();
        await Expect(Coverage).ToHaveAttributeAsync("data-state", "complete");
        await Expect(Coverage).ToHaveAttributeAsync("data-total", Digits());
    }

    /// <summary>Waits until the list of the address is shown, its whole wanted range is reachable, and rows are in view.</summary>
    public async Task WaitForRowsAsync()
    {
        await WaitForListAsync();
        await WaitForTopRowAsync();
        await Expect(Page.GetByTestId("event-placeholder")).ToHaveCountAsync(0);
    }

    // The browser changes the address before the server hears of it: what is on the page may be the list before. The link to the view that is open has the query that the server shows.
    private async Task WaitForAddressAsync() => await Page.WaitForFunctionAsync(
        """
        () => {
          const link = document.querySelector('nav.rail a[aria-current=page]');
          if (!link) return false;
          const isOfList = ([name]) => !['event', 'key'].includes(name);
          const queryOf = parameters => JSON.stringify([...parameters].filter(isOfList).sort());
          return queryOf(new URL(link.href).searchParams) === queryOf(new URLSearchParams(location.search));
        }
        """);

    // The rows of a list that was just scrolled are still those of where it was.
    private async Task WaitForTopRowAsync() => await Page.WaitForFunctionAsync(
        """
        () => {
          const list = document.querySelector('[data-testid=event-scroller]');
          if (!list?.querySelector('[data-testid=event-row]')) return false;
          const edge = list.getBoundingClientRect().top + list.querySelector('[role=row]').offsetHeight;
          return [...list.querySelectorAll('[data-index]:not([data-testid=event-placeholder])')].map(row => row.getBoundingClientRect())
            .some(({ top, bottom }) => top <= edge + 4 && bottom > edge);
        }
        """);

    public async Task<long> TotalAsync() =>
        long.Parse(await Coverage.GetAttributeAsync("data-total") ?? "", CultureInfo.InvariantCulture);

    /// <summary>The loaded rows in their order in the list.</summary>
    public async Task<IReadOnlyList<LoadedRow>> LoadedRowsAsync()
    {
        var rows = await Rows.EvaluateAllAsync<LoadedRow[]>($"rows => rows.map({Loaded})");
        return [.. rows.OrderBy(row => row.Index)];
    }

    /// <summary>The loaded row at a place in the list.</summary>
    public Task<LoadedRow> LoadedRowAsync(long index) => RowAt(index).EvaluateAsync<LoadedRow>(Loaded);

    /// <summary>The path and query once they name the event that was selected: the address follows the click, and may do so after the detail is shown.</summary>
    public async Task<string> SelectedAddressAsync()
    {
        await Expect(Detail).ToBeVisibleAsync();
        await Expect(Page).ToHaveURLAsync(SelectedEvent());
        return new Uri(Page.Url).PathAndQuery;
    }

    public Task ScrollToAsync(double share) =>
        Scroller.EvaluateAsync("(scroller, share) => { scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight); }", share);

    /// <summary>What was copied, once it begins like this; reading the clipboard must be allowed. A wait for a function would end with the promise that it returns.</summary>
    public async Task<string> CopiedAsync(string beginning)
    {
        var copied = await Page.EvaluateAsync<string>(
            """
            async ([beginning, limit]) => {
              const signal = AbortSignal.timeout(limit);
              let text;
              do text = await navigator.clipboard.readText();
              while (!text.startsWith(beginning) && !signal.aborted && await new Promise(done => requestAnimationFrame(() => done(true))));
              return text;
            }
            """,
            new object[] { beginning, Limits.WaitMilliseconds });
        Assert.StartsWith(beginning, copied, StringComparison.Ordinal);
        return copied;
    }

    public Task SaveScreenshotAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Published.Screenshots, $"{Unsafe().Replace(name, "-")}.png") });

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    // On the context, so that a page that another one opens is heard too.
    private void Listen(Uri[] known)
    {
        Context.WebError += (_, error) => _complaints.Add($"uncaught: {error.Error}");
        Context.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Add($"console: {message.Text}");
        };
        Context.Request += (_, request) => Note(request.Url);
        Page.WebSocket += (_, socket) => Note(socket.Url);

        void Note(string url)
        {
            _complaints.AddRange(Canary.FindAll(url).Select(hit => $"a secret in an address: {hit}"));
            if (new Uri(url) is { Scheme: "http" or "https" or "ws" or "wss" } target && !known.Any(address => address.Authority == target.Authority))
                _complaints.Add($"another origin: {url}");
        }
    }

    [GeneratedRegex("[?&]event=", RegexOptions.None, 1000)]
    private static partial Regex SelectedEvent();

    [GeneratedRegex("^[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex("[^A-Za-z0-9_.-]+", RegexOptions.None, 1000)]
    private static partial Regex Unsafe();
}

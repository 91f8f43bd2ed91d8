using System.Globalization;
using System.Text.RegularExpressions;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>A person in a browser of their own. Everything is found by its role and name, or by the handles that are documented.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private const int MostVisits = 10;

    private readonly IBrowserContext _context;
    private readonly Complaints _complaints;
    private bool _isChanged;
    private int _visits;

    private Visitor(IBrowserContext context, IPage page, Complaints complaints) => (_context, Page, _complaints) = (context, page, complaints);

    /// <summary>For changes that can't be undone: a browser whose context was asked for has no other visitor after this one.</summary>
    public IBrowserContext Context
    {
        get
        {
            _isChanged = true;
            return _context;
        }
    }

    public IPage Page { get; }

    /// <summary>The width of the window that was opened, in CSS pixels.</summary>
    public int Width { get; private set; } = 1440;

    public ColorScheme Theme { get; private set; } = ColorScheme.Light;

    /// <inheritdoc cref="Harness.Complaints"/>
    public IReadOnlyList<string> Complaints => _complaints.All;

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

    /// <summary>A new browser, in a wide window with the light theme.</summary>
    /// <param name="provider">Other origins that its pages may ask.</param>
    public static async Task<Visitor> OpenAsync(IBrowser browser, Uri address, params Uri[] provider)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ColorScheme = ColorScheme.Light,
            IgnoreHTTPSErrors = true,
            Locale = "en-US",
            // Transitions are drawn frame by frame, on the processor here: a quarter of the work of opening a page.
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Europe/Berlin",
            ViewportSize = new() { Width = 1440, Height = 900 },
        });
        context.SetDefaultTimeout(Limits.WaitMilliseconds);
        var page = await context.NewPageAsync();
        return new(context, page, await Harness.Complaints.ListenAsync(context, [address, .. provider]));
    }

    /// <summary>Gives the browser its window and what an earlier visit stored, before it opens its first page.</summary>
    public async Task BeginAsync(BrowserStorage? storage, int width, ColorScheme theme)
    {
        (Width, Theme) = (width, theme);
        _complaints.Clear();
        await Page.SetViewportSizeAsync(width, width < 600 ? 844 : 900);
        await Page.EmulateMediaAsync(new() { ColorScheme = theme });
        if (storage is not null)
            await storage.FillAsync(_context, Page);
    }

    /// <summary>Leaves the browser as if nobody had been there.</summary>
    /// <returns>False where that can't be done, or is not worth while: the driver remembers all that a browser has ever asked for.</returns>
    public async Task<bool> TryLeaveAsync()
    {
        if (_isChanged || ++_visits == MostVisits)
            return false;
        foreach (var other in _context.Pages.Where(page => page != Page).ToList())
            await other.CloseAsync();
        await Page.UnrouteAllAsync();
        await BrowserStorage.ClearAsync(_context, Page);
        await _context.ClearPermissionsAsync();
        await Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, Media = Media.Null });
        await Page.Mouse.MoveAsync(0, 0);
        return true;
    }

    public Task<IPage> NewTabAsync() => _context.NewPageAsync();

    /// <param name="addresses">Whose cookies; all of the browser's where none is given.</param>
    public Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync(params string[] addresses) => _context.CookiesAsync(addresses);

    public Task AllowClipboardAsync() => _context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

    /// <inheritdoc cref="BrowserStorage.ReadAsync"/>
    public Task<BrowserStorage> ReadStorageAsync() => BrowserStorage.ReadAsync(_context, Page);

    /// <summary>A slow server, which is to be asked for before the page is opened.</summary>
    public Task<SlowServer> SlowServerAsync()
    {
        _isChanged = true;
        return SlowServer.BeforeAsync(Page);
    }

    /// <inheritdoc cref="Canary.FindInPagesAsync"/>
    public Task<IReadOnlyList<string>> FindSecretsAsync() => Canary.FindInPagesAsync(_context);

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

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    [GeneratedRegex("[?&]event=", RegexOptions.None, 1000)]
    private static partial Regex SelectedEvent();

    [GeneratedRegex("^[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex("[^A-Za-z0-9_.-]+", RegexOptions.None, 1000)]
    private static partial Regex Unsafe();
}

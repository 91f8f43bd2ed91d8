using System.Net.WebSockets;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

/// <summary>A page that lost its circuit comes back to its address and its place.</summary>
public sealed class ReconnectTests(BrowserFixture browser) : IAsyncLifetime
{
    // So long a container has, unless it is told otherwise.
    private static readonly TimeSpan KilledAfter = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo _keyRing = Directory.CreateTempSubdirectory("call-events-keys-");
    private SandboxProgram? _sandbox;
    private ServerProcess? _app;
    private Visitor? _visitor;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxProgram.StartAsync("--events", "5000", "--seed", "5", "--order", "ascending", "--shape", "field");
        await StartAppAsync("http://127.0.0.1:0");
        _visitor = await Visitor.OpenAsync(browser.Browser, _app!.Address);
        await _visitor.SaveKeyAsync(Keys.Name, Keys.Good);
    }

    public async ValueTask DisposeAsync()
    {
        if (_visitor is not null)
            await _visitor.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
        _keyRing.Delete(recursive: true);
    }

    [Fact]
    public async Task Server_ThatForgotThePage_LeavesItAtItsAddressAndPlace()
    {
        var (visitor, place) = await ScrolledAsync();
        var address = _app!.Address;

        await _app.DisposeAsync();
        await Expect(Dialog.GetByText("Connection lost")).ToBeVisibleAsync();
        await StartAppAsync(address.GetLeftPart(UriPartial.Authority));

        await Expect(Dialog).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await ExpectPlaceAsync(visitor, place);
    }

    [Fact]
    public async Task Server_ThatIsToldToStop_Ends_AndItsTabsComeBackByThemselves()
    {
        var visitor = _visitor!;
        var other = await visitor.NewTabAsync();
        await other.GotoAsync("/events?type=webhook");
        await visitor.OpenEventsAsync("type=webhook");
        await Expect(other.GetByTestId("event-row").First).ToBeVisibleAsync();
        var address = _app!.Address;
        // One that sleeps: it takes no farewell and gives none.
        using var asleep = new ClientWebSocket();
        asleep.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        await asleep.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_blazor" }.Uri, TestContext.Current.CancellationToken);

        Assert.True(await _app.StopAsync(KilledAfter));

        await _app.DisposeAsync();
        await StartAppAsync(address.GetLeftPart(UriPartial.Authority));
        foreach (var tab in new[] { visitor.Page, other })
        {
            await Expect(tab.GetByTestId("reconnect")).ToBeHiddenAsync(new() { Timeout = 60_000 });
            await Expect(tab.GetByTestId("event-row").First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Page_ThatIsPaused_GoesOnWhereItStoppedOrSaysThatItCannot()
    {
        var (visitor, place) = await ScrolledAsync();
        await visitor.Page.EvaluateAsync("Blazor.pauseCircuit()");
        await Expect(Dialog.GetByText("It resumes where it stopped")).ToBeVisibleAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(Dialog).ToBeHiddenAsync();
        await ExpectPlaceAsync(visitor, place);

        await visitor.Page.EvaluateAsync("Blazor.pauseCircuit()");
        await Expect(Dialog.GetByText("It resumes where it stopped")).ToBeVisibleAsync();
        var address = _app!.Address;
        await _app.DisposeAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(Dialog.GetByText("It could not resume")).ToBeVisibleAsync();
        await StartAppAsync(address.GetLeftPart(UriPartial.Authority));
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Load again" }).ClickAsync();
        await ExpectPlaceAsync(visitor, place);
    }

    [Fact]
    public async Task List_ScrolledWhileTheConnectionIsLost_ShowsTheRowsInViewOnceItIsBack()
    {
        var visitor = _visitor!;
        IWebSocketRoute? connection = null;
        var isBack = new TaskCompletionSource();
        await visitor.Page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            socket.ConnectToServer();
            if (connection is not null)
                isBack.TrySetResult();
            connection = socket;
        });
        await visitor.OpenEventsAsync("type=webhook");

        await connection!.CloseAsync();
        await visitor.Page.EvaluateAsync("() => { const list = document.querySelector('[data-testid=event-scroller]'); list.scrollTop = list.scrollHeight / 2; }");

        await isBack.Task.WaitAsync(Limits.Wait, TestContext.Current.CancellationToken);
        await Expect(Dialog).ToBeHiddenAsync();
        await visitor.Page.WaitForFunctionAsync(
            """
            () => {
              const box = document.querySelector('[data-testid=event-scroller]').getBoundingClientRect();
              return document.elementFromPoint(box.left + box.width / 3, box.top + box.height / 2)?.closest('[data-testid=event-row]');
            }
            """);
    }

    [Fact]
    public async Task Texts_ThatWereTypedAndNotApplied_AreBackAfterAPauseAndAfterALoad_ButNoKey()
    {
        var visitor = _visitor!;
        await visitor.OpenEventsAsync("type=webhook");
        await visitor.OpenFilterFormAsync();
        await visitor.Field("To").FillAsync("+1 702 555 0166");
        await visitor.Field("From").FillAsync("!+1 702 555 0142");
        await visitor.Field("From").PressAsync("Tab");
        await Expect(visitor.Field("From")).ToHaveValueAsync("+17025550142");
        var keys = await visitor.NewTabAsync();
        await keys.GotoAsync("/keys");
        await keys.GetByLabel("Name", new() { Exact = true }).FillAsync("Staging");
        await keys.GetByLabel("API key", new() { Exact = true }).FillAsync(Keys.Good);

        await visitor.Page.EvaluateAsync("Blazor.pauseCircuit()");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await ExpectTypedAsync();

        // What is stored is gone from the storage by the time that it can be read there.
        await keys.EvaluateAsync(
            """
            () => {
              const write = Storage.prototype.setItem;
              Storage.prototype.setItem = function (name, value) {
                write.call(localStorage, 'written', (localStorage.getItem('written') ?? '') + value);
                write.call(this, name, value);
              };
            }
            """);
        var address = _app!.Address;
        await _app.DisposeAsync();
        await StartAppAsync(address.GetLeftPart(UriPartial.Authority));
        await ExpectTypedAsync();
        await Expect(keys.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Staging", new() { Timeout = 60_000 });
        await Expect(keys.GetByText("paste it again")).ToBeVisibleAsync();
        await Expect(keys.GetByLabel("API key", new() { Exact = true })).ToHaveValueAsync("");
        Assert.Equal(["null", "null"], [await StoredAsync(visitor.Page), await StoredAsync(keys)]);
        var written = await keys.EvaluateAsync<string>("localStorage.getItem('written')");
        Assert.Contains("Staging", written, StringComparison.Ordinal);
        Assert.DoesNotContain(Keys.Good, written, StringComparison.Ordinal);

        // What the fields show is what the server has.
        await visitor.Field("To").PressAsync("Enter");
        await Expect(visitor.Page).ToHaveURLAsync("/events?not.from=%2B17025550142&to=%2B17025550166&type=webhook");

        async Task ExpectTypedAsync()
        {
            await Expect(Dialog).ToBeHiddenAsync(new() { Timeout = 60_000 });
            await Expect(visitor.Field("To")).ToHaveValueAsync("+17025550166", new() { Timeout = 60_000 });
            await Expect(visitor.Field("From")).ToHaveValueAsync("+17025550142");
            await Expect(visitor.Page.Locator(".filter-field:has(#filter-from) .sides button").Last).ToHaveAttributeAsync("aria-pressed", "true");
            await Expect(visitor.Page).ToHaveURLAsync("/events?type=webhook");
        }

        static Task<string> StoredAsync(IPage page) => page.EvaluateAsync<string>("JSON.stringify(sessionStorage.getItem('callevents.drafts'))");
    }

    private const string Top =
        """
        () => {
          const scroller = document.querySelector('[data-testid=event-scroller]');
          const edge = scroller.getBoundingClientRect().top + scroller.querySelector('[role=row]').offsetHeight;
          return [...scroller.querySelectorAll('[data-testid=event-row]')].find(row => row.getBoundingClientRect().bottom > edge + 1)?.dataset.fingerprint;
        }
        """;

    private ILocator Dialog => _visitor!.Page.GetByTestId("reconnect");

    private async Task StartAppAsync(string urls)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Authentication__Mode"] = "Anonymous",
            ["DataProtection__KeyRing"] = _keyRing.FullName,
            ["Telnyx__BaseUrl"] = _sandbox!.BaseUrl.ToString(),
        };
        _app = await ServerProcess.StartAsync([Published.App, "--urls", urls], environment, Path.GetTempPath());
    }

    /// <summary>A list that was scrolled to its middle, and the row at its top.</summary>
    private async Task<(Visitor Visitor, string Fingerprint)> ScrolledAsync()
    {
        await _visitor!.OpenEventsAsync("type=webhook");
        await _visitor.ScrollToAsync(0.5);
        await _visitor.WaitForRowsAsync();
        return (_visitor, await TopAsync(_visitor));
    }

    private static async Task<string> TopAsync(Visitor visitor)
    {
        var top = await visitor.Page.WaitForFunctionAsync(Top);
        return await top.JsonValueAsync<string>();
    }

    /// <summary>Waits until the row is the one at the top: a page that goes on draws its list anew before it puts it back.</summary>
    private static async Task ExpectPlaceAsync(Visitor visitor, string fingerprint)
    {
        await Expect(visitor.Page).ToHaveURLAsync("/events?type=webhook");
        await Expect(visitor.Page.Locator($"[data-testid=event-row][data-fingerprint='{fingerprint}']")).ToBeInViewportAsync();
        await visitor.WaitForRowsAsync();
        await visitor.Page.WaitForFunctionAsync($"fingerprint => ({Top})() === fingerprint", fingerprint);
    }
}

using System.Text.RegularExpressions;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>A test in a browser. When it fails it leaves a screenshot of each page; when it passes no page may have complained or asked another origin.</summary>
public abstract partial class DashboardTest(DashboardFixture dashboard, BrowserFixture browser) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    protected DashboardFixture Dashboard => dashboard;

    protected IBrowser Browser => browser.Browser;

    protected SandboxProgram Sandbox => dashboard.Sandbox;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var complaints = dashboard.HuntLog().ToList();
        foreach (var visitor in _visitors)
        {
            complaints.AddRange(await visitor.FindSecretsAsync());
            complaints.AddRange(visitor.Complaints);
        }

        for (var i = 0; i < _visitors.Count; i++)
        {
            if (failed || complaints.Count > 0)
            {
                await _visitors[i].SaveScreenshotAsync($"{TestContext.Current.Test?.TestDisplayName ?? GetType().Name}-{i + 1}");
                await _visitors[i].DisposeAsync();
            }
            else
            {
                await dashboard.Visitors.ReturnAsync(_visitors[i]);
            }
        }

        if (!failed)
            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        GC.SuppressFinalize(this);
    }

    /// <summary>Someone who has never been here: a browser with empty storage.</summary>
    protected Task<Visitor> NewcomerAsync(int width = 1440, ColorScheme theme = ColorScheme.Light) => OpenAsync(null, width, theme);

    /// <summary>Someone who has stored a good API key before.</summary>
    protected async Task<Visitor> VisitorAsync(int width = 1440, ColorScheme theme = ColorScheme.Light, string key = Keys.Good)
    {
        if (!dashboard.StoredKeys.TryGetValue(key, out var stored))
        {
            var first = await dashboard.Visitors.TakeAsync(browser.Browser, dashboard.Address);
            await first.SaveKeyAsync(Keys.Name, key);
            // A key is tested when it is saved: no request of that is left to the test that is about to begin.
            await Expect(first.Page.GetByTestId("stored-key")).ToHaveTextAsync(Tested());
            dashboard.StoredKeys[key] = stored = await first.ReadStorageAsync();
            await dashboard.Visitors.ReturnAsync(first);
        }

        return await OpenAsync(stored, width, theme);
    }

    /// <summary>Someone whose complaints the test itself expects.</summary>
    protected Task<Visitor> TroublemakerAsync() => Visitor.OpenAsync(browser.Browser, dashboard.Address);

    private async Task<Visitor> OpenAsync(BrowserStorage? storage, int width, ColorScheme theme)
    {
        var visitor = await dashboard.Visitors.TakeAsync(browser.Browser, dashboard.Address);
        _visitors.Add(visitor);
        await visitor.BeginAsync(storage, width, theme);
        return visitor;
    }

    [GeneratedRegex("^(?!.*(?:Testing|Asking Telnyx whose)).*(?:Works|Telnyx|tested)", RegexOptions.Singleline, 5000)]
    private static partial Regex Tested();
}

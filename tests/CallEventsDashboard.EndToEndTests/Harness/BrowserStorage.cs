namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>What a browser keeps of an app when its tab is closed.</summary>
/// <param name="Local">The local storage of the app as JSON.</param>
public sealed record BrowserStorage(IReadOnlyList<BrowserContextCookiesResult> Cookies, string Local)
{
    // A page of the app without any script: nothing writes into the storage behind our back.
    private const string Quiet = "/healthz";

    /// <summary>Reads what a browser keeps of the app whose page it shows.</summary>
    public static async Task<BrowserStorage> ReadAsync(IBrowserContext context, IPage page) =>
        new(await context.CookiesAsync(), await page.EvaluateAsync<string>("JSON.stringify(localStorage)"));

    /// <summary>Leaves the page that is shown, and then forgets all that the browser keeps.</summary>
    public static async Task ClearAsync(IBrowserContext context, IPage page)
    {
        await page.GotoAsync(Quiet);
        await page.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); }");
        await context.ClearCookiesAsync();
    }

    /// <summary>Gives a browser that is empty what this one keeps.</summary>
    public async Task FillAsync(IBrowserContext context, IPage page)
    {
        await context.AddCookiesAsync(Cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            Expires = cookie.Expires,
            HttpOnly = cookie.HttpOnly,
            Secure = cookie.Secure,
            SameSite = cookie.SameSite,
        }));
        if (!page.Url.EndsWith(Quiet, StringComparison.Ordinal))
            await page.GotoAsync(Quiet);
        await page.EvaluateAsync("kept => Object.assign(localStorage, JSON.parse(kept))", Local);
    }
}

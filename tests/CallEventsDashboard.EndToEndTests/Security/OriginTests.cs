using System.Globalization;
using System.Net;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Security;

/// <summary>Who may talk to the hub: each kind of caller at each of its doors.</summary>
public sealed class OriginTests(PlainApp app) : IClassFixture<PlainApp>
{
    private const string Own = "{own}";
    private const string None = "";

    /// <summary>Origin, Sec-Fetch-Site, whether a GET passes, whether a POST passes. In an origin, {own} is the app's, {port} its port.</summary>
    private static readonly (string Origin, string Site, bool Get, bool Post)[] Callers =
    [
        (Own, None, true, true),
        (Own, "same-origin", true, true),
        (None, None, true, false),
        (None, "same-origin", true, false),
        (None, "cross-site", false, false),
        (None, "same-site", false, false),
        ("https://evil.example", "cross-site", false, false),
        ("https://127.0.0.1:{port}", None, false, false),
        ("http://127.0.0.1:1", "same-site", false, false),
        ("http://127.0.0.1:{port}.evil.example", None, false, false),
        ("http://evil.example@127.0.0.1:{port}", None, false, false),
        ("null", "cross-site", false, false),
    ];

    private static readonly (HttpMethod Method, string Path, bool Upgrade)[] Doors =
    [
        (HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", false),
        (HttpMethod.Get, "/_blazor", true),
        (HttpMethod.Get, "/_BLAZOR?id=none", false),
        (HttpMethod.Post, "/_blazor/disconnect", false),
        (HttpMethod.Get, "/_blazor/initializers", false),
    ];

    [Fact]
    public async Task EveryCaller_AtEveryDoor_PassesOnlyFromTheSameOrigin()
    {
        var wrong = new List<string>();
        foreach (var (origin, site, get, post) in Callers)
        {
            foreach (var (method, path, upgrade) in Doors)
            {
                var status = await AskAsync(method, path, origin, site, upgrade);
                if (status != HttpStatusCode.Forbidden != (method == HttpMethod.Get ? get : post))
                    wrong.Add($"{method} {path} from '{origin}' ({site}): {(int)status}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task SameOrigin_ReallyConnects()
    {
        Assert.Equal(HttpStatusCode.OK, await AskAsync(HttpMethod.Post, Doors[0].Path, Own, None, upgrade: false));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await AskAsync(HttpMethod.Get, "/_blazor", Own, None, upgrade: true));
    }

    /// <summary>What a browser sends when a tab closes and its page sends no referrer.</summary>
    [Fact]
    public async Task OriginNull_IsBelievedOfTheClosingTabAlone()
    {
        Assert.NotEqual(HttpStatusCode.Forbidden, await AskAsync(HttpMethod.Post, "/_blazor/disconnect", "null", "same-origin", upgrade: false));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(HttpMethod.Post, Doors[0].Path, "null", "same-origin", upgrade: false));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(HttpMethod.Get, "/_blazor", "null", "same-origin", upgrade: true));
    }

    private async Task<HttpStatusCode> AskAsync(HttpMethod method, string path, string origin, string site, bool upgrade)
    {
        var address = app.Process.Address;
        using var request = new HttpRequestMessage(method, path);
        if (origin.Length > 0)
        {
            var port = address.Port.ToString(CultureInfo.InvariantCulture);
            request.Headers.Add("Origin", origin.Replace(Own, address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal).Replace("{port}", port, StringComparison.Ordinal));
        }

        if (site.Length > 0)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent([]);
        if (upgrade)
        {
            request.Headers.Connection.Add("Upgrade");
            request.Headers.Upgrade.ParseAdd("websocket");
            request.Headers.Add("Sec-WebSocket-Version", "13");
            request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        }

        using var answer = await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

using Microsoft.AspNetCore.Http;

namespace CallEventsDashboard.Authentication;

public sealed class ReturnUrlTests
{
    private static readonly Uri App = new("https://app.example/");

    private static readonly string?[] Hostile =
    [
        null, "", "https://evil.example", "http://evil.example", "HTTPS://EVIL.EXAMPLE", "https:evil.example", "https:/evil.example",
        "https:///evil.example", "//evil.example", "///evil.example", "////evil.example", "//evil.example/events", "//evil.example%2fevents",
        "//evil.example@app.example", "//app.example@evil.example", "/\\evil.example", "/\\/evil.example", "\\\\evil.example", "\\/evil.example",
        "/\\\\evil.example", "/\\\\/evil.example", "/events\\..\\..\\evil", "/..\\evil.example", "/%2fevil.example", "/%2Fevil.example",
        "/%2f%2fevil.example", "/%5cevil.example", "/%5C%5Cevil.example", "/%2f%5cevil.example", "/%5c%2fevil.example", "/events%2f%2fevil.example",
        "/events%5cevil", "/.//evil.example", "/..//evil.example", "/./evil", "/../evil", "/events/../../evil.example", "/%2e%2e/evil", "/%2e/evil",
        "/%2e%2e%2fevil.example", "/events/..%2f..%2fevil", "/events/.", "/events/..", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
        "javascript://%0aalert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://evil.example", "mailto:a@evil.example",
        "blob:https://evil.example/x", "ws://evil.example", "about:blank", "tel:+1", "evil.example", "evil.example/events", "www.evil.example",
        "events", "./events", "../events", "?q=x", "#x", "?returnUrl=//evil.example", "@evil.example", ":80/x", ".evil.example",
        "https://app.example//evil.example", "https://app.example.evil.example", "https://app.example@evil.example", "https://app.example/events",
        "https://app.example:443@evil.example/", "http:app.example", "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example", "\t//evil.example",
        "\n//evil.example", "\u0020//evil.example", "/\u0020/evil.example", "/events\r\nSet-Cookie:x=y", "/events\u0000", "/events\u007f",
        "/ev\u0085ents", "/events\u0020x", "/%09/evil.example", "/%0a/evil.example", "/%0d%0aSet-Cookie:x", "/%00/evil", "/events%00",
        "/events%0d%0aLocation:%20//evil.example", "/%7f", "/%09//evil.example", "/%0d/evil.example", "/\u2215evil.example", "/\uff0fevil.example",
        "/\uff0f\uff0fevil.example", "/\u2044evil", "/\u3002evil", "/ev\u00e9nts", "/\u202eevil", "/events?q=\u00e9", "/\ufeff/evil.example",
        "\ufeff//evil.example", "\u00a0//evil.example", "/signin", "/signin?returnUrl=/signin", "/signin/", "/SIGNIN", "/signin-oidc",
        "/signin-oidc?code=x", "/signin-refused?reason=role", "/signout", "/signout-oidc", "/signout-callback-oidc", "/signed-out", "/Signed-Out",
        "/%73ignin", "/signin%2f", "/signin#x", "//evil.example/%2e%2e", "//evil.example?", "//evil.example#", "//?", "//#", "//", "///",
        "//evil.example:443", "//[::1]", "//0x7f000001", "//2130706433", "//xn--e1awd7f.example", "/events//evil.example", "/a//b", "/events///x",
        "/%2e//evil.example", "/;//evil.example", "/" + new string('x', 9000),
    ];

    private static readonly string[] Own =
    [
        "/", "/events", "/events/", "/keys", "/keys/", "/sessions", "/sessions/0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
        "/sessions/0ccc7b54-4df3-4bca-a65a-3da1ecc777f0?event=1f", "/events?name=call.hangup", "/events?from=%2B12025550142",
        "/events?from=+12025550142", "/events?to=sip:ada@example.com", "/events?to=sip%3Aada%40example.com", "/events?q=https://example.com/x",
        "/events?q=//evil.example", "/events?q=%2f%2fevil.example", "/events?q=\\evil", "/events?q=%5C%5Cevil", "/events?q=a%20b", "/events?q=%C3%A9",
        "/events?q=%00", "/events?q=%0d%0a", "/events?q='a'", "/events?q=a|b", "/events?q=[x]", "/events?filter[from]=%2B1",
        "/events?filter%5Bfrom%5D=%2B1", "/events?occurred_at.gte=2026-11-23T09:00:00Z&occurred_at.lt=2026-11-23T10:00:00.123456Z",
        "/events?last=15m&order=oldest", "/events?returnUrl=/signin", "/events?x=1#part", "/events#part", "/events?q=%F0%9F%93%9E", "/events?q=..",
        "/events?q=/../", "/events?a=1&a=2", "/events?=&&", "/events?", "/?", "/?x", "/ev%20ents", "/sessions/%C3%A9", "/sessions/a+b", "/sessions/a@b",
        "/sessions/a:b", "/sessions/a;b=c", "/.well", "/..x", "/events?q=~!$&()*,;=",
    ];

    [Fact]
    public void Addresses_ThatMayLeadAway_LeadToTheStart()
        => Assert.Equal([], Hostile.Where(url => ReturnUrl.Local(url) != "/"));

    [Fact]
    public void Addresses_OfTheApp_AreKeptByteForByte()
        => Assert.Equal([], Own.Where(url => !ReferenceEquals(ReturnUrl.Local(url), url)));

    [Fact]
    public void Addresses_OfEveryKind_StayOnTheSite()
    {
        Assert.True(Hostile.Length + Own.Length >= 150);
        Assert.All(Hostile.Concat(Own), url => Assert.Equal(App.Authority, new Uri(App, ReturnUrl.Local(url)).Authority));
    }

    [Theory]
    [InlineData("/calls/events?q=x", "/calls/events?q=x")]
    [InlineData("/calls", "/calls")]
    [InlineData("/", "/calls/")]
    [InlineData("/events", "/calls/")]
    [InlineData("/callsign", "/calls/")]
    [InlineData("/calls/signin?returnUrl=/calls/signin", "/calls/")]
    [InlineData("/calls//evil.example", "/calls/")]
    public void Local_BelowAPath_StaysThere(string url, string expected) => Assert.Equal(expected, ReturnUrl.Local(url, "/calls"));

    [Theory]
    [InlineData("", "/events?q=a%2Cb", "/events?q=a%2Cb")]
    [InlineData("/calls", "/calls/events?q=x", "/calls/events?q=x")]
    [InlineData("/calls", "/events?q=x", "/calls/events?q=x")]
    [InlineData("/calls", "/callsign?q=x", "/calls/callsign?q=x")]
    [InlineData("/calls", "/calls?q=x", "/calls?q=x")]
    [InlineData("/calls", "//evil.example", "/calls/")]
    [InlineData("", "//evil.example", "/")]
    [InlineData("", "https://evil.example/events", "/")]
    public void Of_ARequestBelowAPath_HasThatPathOnce(string basePath, string target, string expected)
    {
        var context = new DefaultHttpContext { Request = { PathBase = basePath } };

        var address = ReturnUrl.From(context, target);

        Assert.Equal(expected, address);
    }
}

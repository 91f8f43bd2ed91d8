using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.WebSecurity;

public sealed class PathBaseMiddlewareTests
{
    [Theory]
    [InlineData(null, "", "/events", "", "/events")]
    [InlineData("/calls", "", "/calls/events", "/calls", "/events")]
    [InlineData("/calls", "", "/events", "/calls", "/events")]
    [InlineData("/calls", "", "/calls", "/calls", "")]
    [InlineData("/calls", "", "/Calls/events", "/Calls", "/events")]
    [InlineData("/calls", "", "/callsign", "/calls", "/callsign")]
    [InlineData("/calls", "/other", "/calls/events", "/calls", "/events")]
    [InlineData(null, "/team/calls", "/events", "/team/calls", "/events")]
    [InlineData(null, "/team/calls/", "/team/calls/events", "/team/calls", "/events")]
    [InlineData(null, "//evil.example", "/events", "", "/events")]
    [InlineData(null, "/a/../b", "/events", "", "/events")]
    [InlineData(null, "/a?b", "/events", "", "/events")]
    [InlineData(null, "/", "/events", "", "/events")]
    public async Task Request_BelowAPath_IsTheSameWhetherTheProxyTookItAwayOrNot(string? setting, string prefix, string path, string expectedBase, string expectedPath)
    {
        var context = new DefaultHttpContext { Request = { PathBase = new PathString(prefix), Path = path } };

        await new PathBaseMiddleware(_ => Task.CompletedTask, Options.Create(new HostingOptions { PathBase = setting })).InvokeAsync(context);

        Assert.Equal((expectedBase, expectedPath), (context.Request.PathBase.Value, context.Request.Path.Value));
    }
}

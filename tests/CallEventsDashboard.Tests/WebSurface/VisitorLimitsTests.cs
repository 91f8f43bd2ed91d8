using System.Net;
using System.Security.Claims;
using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Http;

namespace CallEventsDashboard.WebSurface;

public sealed class VisitorLimitsTests
{
    [Theory]
    [InlineData("GET", "/events", "text/html")]
    [InlineData("POST", "/_blazor/negotiate", "*/*")]
    public async Task OnePerson_BeyondTheBurst_IsRefused_AndNobodyElse(string method, string path, string accept)
    {
        await using var limiter = VisitorLimits.Create();

        for (var i = 0; i < VisitorLimits.Burst; i++)
            Assert.True(limiter.AttemptAcquire(Request("ada", method, path, accept)).IsAcquired);
        var refused = Enumerable.Range(0, VisitorLimits.Burst).Count(_ => !limiter.AttemptAcquire(Request("ada", method, path, accept)).IsAcquired);

        Assert.True(refused > 0);
        Assert.True(limiter.AttemptAcquire(Request("bob", method, path, accept)).IsAcquired);
        Assert.True(limiter.AttemptAcquire(Request("ada", "GET", "/app.css", "text/css")).IsAcquired);
    }

    [Fact]
    public async Task Anonymous_IsNobodyInParticular_AndNotCounted()
    {
        await using var limiter = VisitorLimits.Create();

        Assert.All(Enumerable.Range(0, 3 * VisitorLimits.Burst), _ =>
            Assert.True(limiter.AttemptAcquire(Request("anonymous", "GET", "/events", "text/html", AnonymousHandler.SchemeName)).IsAcquired));
    }

    private static DefaultHttpContext Request(string person, string method, string path, string accept, string scheme = "test")
    {
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new("iss", "https://id.example.com"), new("sub", person)], scheme)) };
        (context.Request.Method, context.Request.Path, context.Request.Headers.Accept) = (method, path, accept);
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        return context;
    }
}

using System.Net;
using System.Security.Claims;
using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CallEventsDashboard.WebSecurity;

public sealed class VisitorLimitsTests
{
    [Theory]
    [InlineData("GET", "/events", "text/html")]
    [InlineData("POST", "/_blazor/negotiate", "*/*")]
    [InlineData("GET", "/signin", "*/*")]
    [InlineData("GET", "/SignIn", "")]
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

    [Fact]
    public async Task Circuits_OverHttp2_AreCountedToo()
    {
        await using var limiter = VisitorLimits.Create();

        var granted = Enumerable.Range(0, 2 * VisitorLimits.Burst).Count(_ =>
        {
            var request = Request("ada", "CONNECT", "/_blazor", "");
            request.Features.Set<IHttpExtendedConnectFeature>(new ExtendedConnect());
            return limiter.AttemptAcquire(request).IsAcquired;
        });

        Assert.InRange(granted, VisitorLimits.Burst, (2 * VisitorLimits.Burst) - 1);
    }

    [Fact]
    public async Task Strangers_OfOneIPv6Network_AreOneVisitor_AndOfAnotherAreNot()
    {
        await using var limiter = VisitorLimits.Create();

        var granted = Enumerable.Range(0, 2 * VisitorLimits.Burst).Count(i => limiter.AttemptAcquire(Stranger($"2001:db8:0:1::{i:x}")).IsAcquired);

        Assert.InRange(granted, VisitorLimits.Burst, (2 * VisitorLimits.Burst) - 1);
        Assert.True(limiter.AttemptAcquire(Stranger("2001:db8:0:2::1")).IsAcquired);
    }

    [Fact]
    public async Task Person_BehindTheAddressOfStrangers_IsNotRefusedForThem()
    {
        await using var limiter = VisitorLimits.Create();

        while (limiter.AttemptAcquire(Stranger("127.0.0.1")).IsAcquired)
        {
            // They take all that their address has.
        }

        Assert.True(limiter.AttemptAcquire(Request("ada", "GET", "/signin", "")).IsAcquired);
    }

    private static DefaultHttpContext Stranger(string address)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = ("GET", "/signin");
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }

    private static DefaultHttpContext Request(string person, string method, string path, string accept, string scheme = "test")
    {
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new("iss", "https://id.example.com"), new("sub", person)], scheme)) };
        (context.Request.Method, context.Request.Path, context.Request.Headers.Accept) = (method, path, accept);
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        return context;
    }

    private sealed class ExtendedConnect : IHttpExtendedConnectFeature
    {
        public bool IsExtendedConnect => true;

        public string? Protocol => "websocket";

        public ValueTask<Stream> AcceptAsync() => throw new NotSupportedException();
    }
}

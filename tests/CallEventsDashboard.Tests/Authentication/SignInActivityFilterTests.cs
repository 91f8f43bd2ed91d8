using System.Security.Claims;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

public sealed class SignInActivityFilterTests
{
    [Theory]
    [InlineData(nameof(PageHub.BeginInvokeDotNetFromJS), true)]
    [InlineData(nameof(PageHub.OnLocationChanged), true)]
    [InlineData(nameof(PageHub.OnRenderCompleted), false)]
    [InlineData(nameof(PageHub.EndInvokeJSFromDotNet), false)]
    public async Task Call_OfAPage_IsUseWhereAPersonIsBehindIt(string method, bool isUse)
    {
        var time = new SimulatedTime(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var sessions = new SignInSessions(time, Options.Create(new SignInOptions()));
        var identity = new ClaimsIdentity([new("iss", "i"), new("sub", "ada")], "test");
        sessions.Begin(identity, new SignInOrigin());
        var user = new ClaimsPrincipal(identity);
        time.Advance(TimeSpan.FromMinutes(5));
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var hub = new PageHub();

        await new SignInActivityFilter(sessions).InvokeMethodAsync(
            new HubInvocationContext(new Caller(user), services, hub, typeof(PageHub).GetMethod(method)!, []),
            _ => ValueTask.FromResult<object?>(null));

        Assert.Equal(isUse ? time.GetUtcNow() : time.GetUtcNow() - TimeSpan.FromMinutes(5), Assert.Single(sessions.Of(UserIdentity.From(user)!.Value)).Value.LastUsed);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome")]
    [InlineData("Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15", "Safari")]
    [InlineData("<b>curl</b>", null)]
    [InlineData("", null)]
    public void Family_OfABrowser_IsAKnownNameOrNone(string userAgent, string? expected) => Assert.Equal(expected, SignInOrigin.FamilyName(userAgent));

    /// <summary>Methods by the names of the framework's hub.</summary>
    private sealed class PageHub : Hub
    {
        public static void BeginInvokeDotNetFromJS() => throw new NotSupportedException();

        public static void EndInvokeJSFromDotNet() => throw new NotSupportedException();

        public static void OnLocationChanged() => throw new NotSupportedException();

        public static void OnRenderCompleted() => throw new NotSupportedException();
    }

    private sealed class Caller(ClaimsPrincipal user) : HubCallerContext
    {
        public override string ConnectionId => "c";

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal? User => user;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort()
        {
        }
    }
}

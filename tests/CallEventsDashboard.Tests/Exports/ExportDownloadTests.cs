using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallEventsDashboard.Exports;

/// <summary>The download over a real connection, which breaks.</summary>
public class ExportDownloadTests
{
    private static readonly string Own = new UserIdentity("issuer", ExportFixture.Person).StorageId;

    [Fact]
    public async Task Download_BrokenTwentyTimes_IsResumedToTheSameBytes()
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = 3000 });
        var export = await RunAsync(fixture);
        var whole = await ExportFixture.BytesAsync(export);
        await using var app = await ServeAsync(fixture.Store);
        var path = new Uri(app.Urls.Single() + "/exports/" + fixture.Store.Issue(export));
        var token = TestContext.Current.CancellationToken;
        var got = new MemoryStream();
        EntityTagHeaderValue? tag = null;
        for (var connection = 0; connection <= 20; connection++)
        {
            // Each connection is another one, cut by the client in the middle of an answer.
            using var http = new HttpClient(new SocketsHttpHandler());
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (tag is not null)
            {
                request.Headers.Range = new RangeHeaderValue(got.Length, null);
                request.Headers.IfRange = new RangeConditionHeaderValue(tag);
            }

            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
            Assert.Equal(tag is null ? HttpStatusCode.OK : HttpStatusCode.PartialContent, answer.StatusCode);
            Assert.Equal(whole.Length - got.Length, answer.Content.Headers.ContentLength);
            tag = answer.Headers.ETag;
            await using var body = await answer.Content.ReadAsStreamAsync(token);
            var part = new byte[connection < 20 ? (whole.Length / 21) + connection : whole.Length - got.Length];
            await body.ReadExactlyAsync(part, token);
            got.Write(part);
        }

        Assert.Equal(whole, got.ToArray());
    }

    [Fact]
    public async Task Download_IsAFileThatNobodyKeepsAndThatOnlyItsPersonGets()
    {
        using var fixture = new ExportFixture(new SandboxOptions { Events = 300 });
        var export = await RunAsync(fixture);
        await using var app = await ServeAsync(fixture.Store);
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(app.Urls.Single()) };
        var path = new Uri("/exports/" + fixture.Store.Issue(export), UriKind.Relative);
        var token = TestContext.Current.CancellationToken;

        using var foreign = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "person", "another" } } };
        Assert.Equal(HttpStatusCode.NotFound, (await http.SendAsync(foreign, token)).StatusCode);
        using var answer = await http.GetAsync(path, token);
        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson", "no-store"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        Assert.Equal(("attachment", export.FileName), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal(await ExportFixture.BytesAsync(export), await answer.Content.ReadAsByteArrayAsync(token));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(path, token)).StatusCode);
    }

    private static async Task<Export> RunAsync(ExportFixture fixture)
    {
        var feed = await fixture.OpenAsync();
        var export = new Export(feed.Share(), ExportFixture.Ndjson, Own, fixture.Lists.Recorded.Work);
        Assert.True(fixture.Store.TryAdd(export));
        export.Start();
        await fixture.EndAsync(export);
        Assert.Equal(ExportState.Done, export.State);
        return export;
    }

    private static async Task<WebApplication> ServeAsync(ExportStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // The test owns it.
        builder.Services.Add(new ServiceDescriptor(typeof(ExportStore), store));
        var app = builder.Build();
        app.Use((context, next) =>
        {
            var person = context.Request.Headers["person"] is [{ Length: > 0 } other] ? other : ExportFixture.Person;
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("iss", "issuer"), new Claim("sub", person)], "test"));
            return next();
        });
        app.MapExports();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}

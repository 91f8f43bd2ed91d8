using System.Net;
using System.Text;
using System.Text.Json;
using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.WebSecurity;

public sealed class PolicyReportsTests
{
    private const string Report = """[{"type":"csp-violation","url":"https://calls.example.com/events?from=%2B12025550142","body":{"effectiveDirective":"script-src-elem","blockedURL":"https://evil.example/+12025550142","sample":"alert(1)"}}]""";

    [Theory]
    [InlineData(Report, "script-src-elem", "https address")]
    [InlineData("""[{"type":"csp-violation","body":{"effectiveDirective":"style-src","blockedURL":"inline"}}]""", "style-src", "inline")]
    [InlineData("""[{"type":"csp-violation","body":{"effectiveDirective":"x\r\n+12025550142","blockedURL":"+12025550142"}}]""", "unknown", "unknown")]
    [InlineData("""[{"type":"csp-violation","body":{"effectiveDirective":7,"blockedURL":null}}]""", "unknown", "unknown")]
    public void Violation_OfAReport_IsADirectiveAndAKindAlone(string json, string directive, string source)
        => Assert.Equal((directive, source), Assert.Single(PolicyReports.Violations(JsonElement.Parse(json))));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""[7,{"type":"deprecation","body":{}},{"type":"csp-violation","body":7}]""")]
    public void Report_OfAnythingElse_IsPassedOver(string json) => Assert.Empty(PolicyReports.Violations(JsonElement.Parse(json)));

    [Fact]
    public void Report_OfEndlesslyMany_IsCut()
        => Assert.Equal(20, PolicyReports.Violations(JsonElement.Parse($"[{string.Join(',', Enumerable.Repeat(Report.Trim('[', ']'), 100))}]")).Count());

    [Fact]
    public async Task Endpoint_IsNamedBelowThePathOfTheApp_TakesReports_AndNotEndlesslyMany()
    {
        await using var app = await RunningApp.StartAsync("Authentication:Mode=Anonymous", "PathBase=/calls");
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Host = "calls.example.com";
        using (var page = await client.GetAsync("/calls/keys", TestContext.Current.CancellationToken))
        {
            Assert.Equal("policy=\"/calls/policy-reports\"", Assert.Single(page.Headers.GetValues("Reporting-Endpoints")));
            Assert.EndsWith("; report-to policy", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(client, Report));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(client, "["));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(client, Report, "text/plain"));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(client, new string(' ', 100_000)));
        var answers = new List<HttpStatusCode>();
        while (!answers.Contains(HttpStatusCode.TooManyRequests) && answers.Count < 3000)
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync(client, "[]"))));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, string report, string type = "application/reports+json")
    {
        using var body = new StringContent(report, Encoding.UTF8, type);
        using var answer = await client.PostAsync("/calls/policy-reports", body, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

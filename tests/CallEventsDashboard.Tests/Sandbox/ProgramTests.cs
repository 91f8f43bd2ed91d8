using System.Diagnostics;

namespace CallEventsDashboard.Sandbox;

/// <summary>The program as people start it.</summary>
public sealed class ProgramTests
{
    private static readonly string Assembly = typeof(SandboxApi).Assembly.Location;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Help_ListsEveryOption()
    {
        using var program = Start("--help");

        var help = await program.StandardOutput.ReadToEndAsync(Token);

        Assert.All(
            new[]
            {
                "--url", "--events", "--span", "--scenario", "--long-session", "--long-session-legs", "--seed", "--shape", "--order", "--totals", "--ignore", "--two-bounds", "--zoneless", "--shuffle-ties",
                "--latency", "--rate-limit", "--lag", "--live", "--change", "--cut", "--bounds", "--tie", "--ahead", "--key", "--texts", "--texts-keep", "--fault",
            },
            option => Assert.Contains($"  {option} ", help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--shape", "round")]
    [InlineData("--events", "-1")]
    [InlineData("--span", "25")]
    [InlineData("--scenario", "bogus=2")]
    [InlineData("--scenario", "fax=many")]
    [InlineData("--cut", "page-size")]
    [InlineData("--cut", "page-size=few")]
    [InlineData("--cut", "page-number=1")]
    [InlineData("--bounds", "strange")]
    [InlineData("--tie", "-1")]
    [InlineData("--ahead", "-1")]
    [InlineData("--change", "appears")]
    [InlineData("--change", "appears@0=10")]
    [InlineData("--change", "appears@1=-10")]
    [InlineData("--ignore", "bogus")]
    [InlineData("--fault", "boom")]
    [InlineData("--rate-limit", "40")]
    [InlineData("--rate-limit", "0/60")]
    [InlineData("--unknown", "1")]
    public async Task Option_ThatIsWrong_IsNamed(string option, string value)
    {
        using var program = Start(option, value);

        var problem = await program.StandardError.ReadToEndAsync(Token);
        await program.WaitForExitAsync(Token);

        Assert.NotEqual(0, program.ExitCode);
        Assert.Contains(value is "-1" or "25" ? option : value, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_Started_SaysWhereAndServesAsAsked()
    {
        using var program = Start("--events", "300", "--shape", "field", "--order", "descending", "--ignore", "none", "--key", "KEY_OWN", "--fault", "none");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync(Token);
            using var http = new HttpClient(new SocketsHttpHandler());
            http.DefaultRequestHeaders.Authorization = new("Bearer", "KEY_OWN");
            using var answer = await http.GetAsync($"{line!["listening on ".Length..]}/v2/call_events?filter[type]=command", Token);
            var page = await answer.Content.ReadAsStringAsync(Token);

            Assert.StartsWith("""{"data":[{"record_type":"call_event",""", page, StringComparison.Ordinal);
            Assert.Contains("\"application_session_id\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("\"total_results\":300}", page, StringComparison.Ordinal);
            Assert.Equal("40, 40;w=60", answer.Headers.GetValues("x-ratelimit-limit").Single());
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task Scenarios_AskedForTwice_AreAddedUp()
    {
        using var program = Start("--events", "0", "--scenario", "rejected=2", "--scenario", "rejected", "--scenario", "fax");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync(Token);
            using var http = new HttpClient(new SocketsHttpHandler());
            http.DefaultRequestHeaders.Authorization = new("Bearer", "KEY_OWN");
            var page = await http.GetStringAsync($"{line!["listening on ".Length..]}/v2/call_events?filter[name]=reject", Token);

            Assert.EndsWith("\"total_results\":3}}", page, StringComparison.Ordinal);
        }
        finally
        {
            program.Kill();
        }
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Assembly, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

using System.Net;
using System.Text;
using System.Text.Json;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CallEventsDashboard.Auditing;

/// <summary>Where the audit goes beside the log.</summary>
public sealed class AuditPlacesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly AuditEntry Entry = new("open-event", "somebody", Now, "10.1.2.3", "s", "event 1f\n");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("call-events-audit-");
    private readonly LogLines<AuditFile> _log = new();

    private string Path => System.IO.Path.Combine(_folder.FullName, "audit.json");

    [Fact]
    public void File_OfLines_IsForItsUserAlone_AndEachIsOneLineOfJson()
    {
        var file = New();

        file.Write(Entry);
        file.Write(Entry with { Action = "copy" });

        var lines = File.ReadAllLines(Path);
        Assert.Equal(["open-event", "copy"], lines.Select(line => JsonElement.Parse(line).GetProperty("action").GetString()));
        Assert.Equal(
            """{"action":"open-event","user":"somebody","at":"2026-11-23T10:00:00+00:00","address":"10.1.2.3","session":"s","subject":"event 1f\n"}""", lines[0]);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public async Task File_ThatCanNotBeWritten_IsAnErrorAndNotReady_AndSaysAfterwardsWhatItLacks()
    {
        var file = New();
        Directory.CreateDirectory(Path);
        file.Write(Entry);
        file.Write(Entry);
        Assert.Single(_log.Written);
        Assert.StartsWith("Error: A line of the audit", _log.Written[0], StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(file));

        Directory.Delete(Path);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(file));
        file.Write(Entry);

        Assert.Equal(["2 lines are missing", "event 1f\n"], (await File.ReadAllLinesAsync(Path, TestContext.Current.CancellationToken)).Select(line => JsonElement.Parse(line).GetProperty("subject").GetString()));
    }

    [Fact]
    public async Task File_OfTheApp_IsNotMutedByTheLog_AndRefusedOriginsAreCounted()
    {
        // The rig of these apps turns all logs off.
        await using (var app = await RunningApp.StartAsync("Authentication:Mode=Anonymous", $"Audit:File={Path}"))
        {
            using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = app.Address };
            client.DefaultRequestHeaders.Host = "calls.example.com";
            client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
            for (var i = 0; i < 3; i++)
            {
                using var answer = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }

        var lines = File.ReadAllLines(Path).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(["origin https://evil.example", "origin https://evil.example (2 more)"], lines.Select(line => line.GetProperty("subject").GetString()));
        Assert.All(lines, line => Assert.Equal(("origin-refused", "127.0.0.1"), (line.GetProperty("action").GetString(), line.GetProperty("address").GetString())));
    }

    [Fact]
    public async Task Collector_GetsEachLineAsALogRecord()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        var received = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        collector.MapPost("/v1/logs", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.TrySetResult(Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First()), new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), new("Logging:LogLevel:Default", "None")]).Build();

        using (var telemetry = new AuditTelemetry(configuration, TelemetryOptions.Read(configuration)))
            telemetry.Write(Entry);

        var record = await received.Task.WaitAsync(TestContext.Current.CancellationToken);
        foreach (var text in new[] { "open-event", "somebody", "10.1.2.3", "event 1f", "CallEventsDashboard.Audit" })
            Assert.Contains(text, record, StringComparison.Ordinal);
    }

    [Fact]
    public void Tally_OfWhatAnybodyCanCause_IsALineAtOnceAndACountAMinute()
    {
        var time = new SimulatedTime(Now);
        using var lines = new AuditLines();
        using var tally = new AuditTally(new AuditTrail(time, lines, []), time, new Recorded().Work);
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("10.1.2.3") } };

        for (var i = 0; i < 5; i++)
            tally.Count("limit-hit", context, "open tabs");
        tally.Count("limit-hit", context, "connections to the hub");
        time.Advance(TimeSpan.FromMinutes(1));
        tally.Count("limit-hit", context, "open tabs");
        time.Advance(TimeSpan.FromMinutes(2));
        tally.Count("limit-hit", context, "open tabs");

        Assert.Equal(["open tabs", "connections to the hub", "open tabs (4 more)", "open tabs (1 more)", "open tabs"], lines.Written.Select(line => line["Subject"]));
        Assert.All(lines.Written, line => Assert.Equal("10.1.2.3", line["Address"]));
    }

    [Fact]
    public void Tally_OfEndlesslyManyKinds_StaysSmall()
    {
        var time = new SimulatedTime(Now);
        using var lines = new AuditLines();
        using var tally = new AuditTally(new AuditTrail(time, lines, []), time, new Recorded().Work);

        for (var i = 0; i < 5000; i++)
            tally.Count("origin-refused", new DefaultHttpContext(), $"origin https://{i}.example");
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.InRange(lines.Written.Count, 1000, 1010);
        Assert.Equal("several (3999 more)", lines.Written[^1]["Subject"]);
    }

    [Theory]
    [InlineData(new[] { "--pseudonym", "11111111-2222-3333-4444-555555555555", "66666666-7777-8888-9999-000000000000" }, 0, "11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000")]
    [InlineData(new[] { "--pseudonym", "https://id.example.com", "ada" }, 0, null)]
    [InlineData(new[] { "--pseudonym", "https://id.example.com" }, 2, "")]
    [InlineData(new[] { "--pseudonym" }, 2, "")]
    public void Pseudonym_OfAPerson_IsTheNameOfTheirLines(string[] args, int code, string? expected)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.True(PseudonymCommand.IsIn(args));
        Assert.Equal(code, PseudonymCommand.Tell(args, output, errors));

        Assert.Equal(expected ?? new UserIdentity(args[1], args[2]).StorageId, output.ToString().Trim());
        Assert.Equal(code != 0, errors.ToString().Length > 0);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private AuditFile New() => new(Path, new SimulatedTime(Now), _log);

    private static async Task<HealthStatus> HealthAsync(AuditFile file) => (await file.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status;
}

using System.Text;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

/// <summary>The app logs all that it can.</summary>
public sealed class TraceFixture() : DashboardFixture(
    ["--events", "2000", "--seed", "3", "--order", "ascending", "--shape", "field"],
    new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Logging__LogLevel__Default"] = "Trace",
        ["Logging__LogLevel__Microsoft"] = "Trace",
        ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
    });

public sealed class SecretTests(TraceFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser), IClassFixture<TraceFixture>
{
    private const string Number = "+12025550142";

    [Fact]
    public async Task StoredKey_IsInNothingThatTheAppWritesOrSends()
    {
        var visitor = await NewcomerAsync();
        var seen = new StringBuilder();
        Record(visitor, seen);

        await visitor.SaveKeyAsync("Canary", Keys.Canary);
        await visitor.Button("Test Canary").ClickAsync();
        await Expect(visitor.Page.GetByTestId("stored-key")).ToContainTextAsync("Works");
        await visitor.OpenEventsAsync();
        await visitor.RowAt(0).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        await visitor.GoToAsync("/keys");
        await Expect(visitor.Page.GetByTestId("stored-key")).ToBeVisibleAsync();

        await NoteAsync(visitor, seen);
        lock (seen)
        {
            Assert.True(seen.Length > 10_000, "nothing was recorded");
            Assert.Empty(Canary.Find(Keys.Canary, seen.ToString()));
        }

        Assert.Contains("trce:", Dashboard.Log, StringComparison.Ordinal);
        Assert.Empty(Canary.Find(Keys.Canary, Dashboard.Log));
    }

    [Fact]
    public async Task KeyActions_AreAuditedOnceEach_WithoutNameOrKey()
    {
        var visitor = await NewcomerAsync();
        var before = AuditLines().Count;

        await visitor.SaveKeyAsync("Line one", Keys.Own);
        await visitor.Button("Test Line one").ClickAsync();
        await Expect(visitor.Page.GetByTestId("stored-key")).ToContainTextAsync("Works");
        await visitor.Button("Delete Line one").ClickAsync();
        await visitor.Button("Delete Line one").ClickAsync();
        await Expect(visitor.Page.GetByTestId("stored-key")).ToHaveCountAsync(0);

        var lines = AuditLines()[before..];
        Assert.Equal(["key-added", "key-tested", "key-deleted"], lines.Select(line => line.Trim().Split(' ')[0]));
        Assert.All(lines, line => Assert.DoesNotContain("Line one", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NumberInALink_IsInNoLog()
    {
        var visitor = await VisitorAsync();

        await visitor.GoToAsync($"/events?from={Uri.EscapeDataString(Number)}&q={Number[1..]}");
        await Expect(visitor.Badge("from")).ToBeVisibleAsync();
        await visitor.GoToAsync("/keys");
        await Expect(visitor.Page.GetByTestId("stored-key")).ToBeVisibleAsync();

        Assert.DoesNotContain(Number[1..], Dashboard.Log, StringComparison.Ordinal);
    }

    /// <summary>A hunt that finds nothing must be one that could.</summary>
    [Fact]
    public void Hunt_FindsEverySpelling()
    {
        var bytes = Encoding.UTF8.GetBytes(Keys.Canary);
        string[] texts =
        [
            Keys.Canary, Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes), string.Concat(bytes.Select(b => $"%{b:x2}")), new([.. Keys.Canary.Reverse()]),
            Convert.ToBase64String(bytes), Convert.ToBase64String([1, .. bytes, 2]), Convert.ToBase64String([1, 2, .. bytes]),
        ];

        Assert.All(texts, text => Assert.NotEmpty(Canary.Find(Keys.Canary, $"before {text} after")));
    }

    /// <summary>What follows each line that names the category.</summary>
    private List<string> AuditLines()
    {
        var lines = Dashboard.Log.Split('\n');
        return [.. lines.Index().Where(line => line.Item.Contains("CallEventsDashboard.Audit", StringComparison.Ordinal)).Select(line => lines[line.Index + 1])];
    }

    private static void Record(Visitor visitor, StringBuilder seen)
    {
        visitor.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Add(frame.Text ?? Encoding.Latin1.GetString(frame.Binary ?? []));
        visitor.Context.Response += async (_, response) =>
        {
            try
            {
                Add($"{response.Url} {string.Join(' ', response.Headers.Values)}");
                Add(await response.TextAsync());
            }
            catch (PlaywrightException)
            {
                // It has no body, or the page is gone.
            }
        };

        void Add(string text)
        {
            lock (seen)
                seen.AppendLine(text);
        }
    }

    private static async Task NoteAsync(Visitor visitor, StringBuilder seen)
    {
        var storage = await visitor.Page.EvaluateAsync<string>(
            "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.title, location.href, history.state])");
        var content = await visitor.Page.ContentAsync();
        lock (seen)
            seen.AppendLine(storage).AppendLine(content);
    }
}

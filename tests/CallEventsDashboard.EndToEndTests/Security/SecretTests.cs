using System.Text;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Security;

/// <summary>A log that only these tests cause.</summary>
public sealed class SecretFixture() : DashboardFixture(
    ["--events", "2000", "--seed", "3", "--order", "ascending", "--shape", "field"],
    new Dictionary<string, string>(StringComparer.Ordinal));

public sealed class SecretTests(SecretFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser), IClassFixture<SecretFixture>
{
    private const string Number = "+12025550142";

    private static int _marks;

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

        Assert.Contains("\"LogLevel\":\"Trace\"", Dashboard.Log, StringComparison.Ordinal);
        Assert.Empty(Canary.Find(Keys.Canary, Dashboard.Log));
    }

    [Fact]
    public async Task KeyActions_AreAuditedOnceEach_WithoutNameOrKey()
    {
        var visitor = await NewcomerAsync();
        var (witness, from) = await BeginAuditAsync();

        await visitor.SaveKeyAsync("Line one", Keys.Own);
        // A key is tested when it is saved, which asks whose it is.
        await Expect(visitor.Page.GetByTestId("key-owner")).ToContainTextAsync("Organisation");
        await visitor.Button("Test Line one").ClickAsync();
        await Dashboard.WaitForLogAsync(from, log => AuditLines(log).Count >= 4);
        await visitor.Button("Delete Line one").ClickAsync();
        // The button that asks has the name of the one that does it.
        await Expect(visitor.Button("Cancel")).ToBeVisibleAsync();
        await visitor.Button("Delete Line one").ClickAsync();
        await Expect(visitor.Page.GetByTestId("stored-key")).ToHaveCountAsync(0);

        var lines = await EndAuditAsync(witness, from, ["key-added", "ask-account", "key-tested", "ask-account", "key-deleted"]);
        Assert.All(lines, line => Assert.DoesNotContain("Line one", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SessionsAndNumbers_AreAuditedOnceEach_WithoutANumber()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=call.initiated&product=call_control");
        var row = await visitor.LoadedRowAsync(0);
        var (witness, from) = await BeginAuditAsync();

        await visitor.Button("Privacy mode: mask numbers").ClickAsync();
        await visitor.RowAt(row.Index).ClickAsync();
        await RevealAsync(visitor);
        await visitor.GoToAsync($"/sessions/{row.SessionId}?event={row.Fingerprint}");
        await RevealAsync(visitor);
        await visitor.Button("Privacy mode: mask numbers").ClickAsync();
        await Expect(visitor.Button("Privacy mode: mask numbers")).ToHaveAttributeAsync("aria-pressed", "false");
        await visitor.GoToAsync($"/sessions/{Uri.EscapeDataString($"{Number}\r\nkey-added by eve \u001b[31m")}");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await visitor.SaveKeyAsync("Afterwards", Keys.Own);

        var lines = await EndAuditAsync(witness, from, ["open-event", "reveal", "open-event", "open-session", "reveal", "reveal", "key-added", "ask-account"]);
        Assert.All([lines[0], lines[2]], line => Assert.EndsWith($": event {row.Fingerprint}", line.TrimEnd(), StringComparison.Ordinal));
        Assert.All([lines[1], .. lines[3..5]], line => Assert.EndsWith($": session {row.SessionId}", line.TrimEnd(), StringComparison.Ordinal));
        Assert.EndsWith(": list []", lines[5].TrimEnd(), StringComparison.Ordinal);
        Assert.All(lines, line =>
        {
            Assert.DoesNotMatch(@"\+\d{8}", line);
            Assert.DoesNotContain('\u001b', line);
        });

        static async Task RevealAsync(Visitor visitor)
        {
            await visitor.Detail.GetByText("Reveal numbers").ClickAsync();
            await Expect(visitor.Detail.GetByText("Reveal numbers")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task NumberInALink_IsInNoLog()
    {
        var visitor = await VisitorAsync();

        await visitor.GoToAsync($"/events?from={Uri.EscapeDataString(Number)}&q={Number[1..]}");
        await Expect(visitor.Badge("from")).ToBeVisibleAsync();
        await visitor.GoToAsync($"/sessions/{Uri.EscapeDataString(Number)}");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
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

    /// <summary>The log is written behind the page's back: what was audited before is in it once this is, for it keeps the order.</summary>
    /// <returns>Somebody who can do this again, and how long the log is.</returns>
    private async Task<(Visitor Witness, int LogLength)> BeginAuditAsync()
    {
        var witness = await VisitorAsync();
        await MarkAsync(witness);
        return (witness, Dashboard.LogLength);
    }

    /// <summary>What was audited since: these actions in this order, and nothing else.</summary>
    private async Task<List<string>> EndAuditAsync(Visitor witness, int from, string[] actions)
    {
        await Dashboard.WaitForLogAsync(from, log => AuditLines(log).Count >= actions.Length);
        var mark = await MarkAsync(witness);
        var lines = AuditLines(Dashboard.Log[from..]).TakeWhile(line => !line.Contains(mark, StringComparison.Ordinal)).ToList();
        Assert.Equal(actions, lines.Select(line => line.Trim().Split(' ')[0]));
        return lines;
    }

    /// <summary>Opens a session that nobody else opens, and waits until that is audited.</summary>
    private async Task<string> MarkAsync(Visitor witness)
    {
        var (session, from) = ($"{Interlocked.Increment(ref _marks):x8}-c8a2-4000-8000-000000000000", Dashboard.LogLength);
        await witness.GoToAsync($"/sessions/{session}");
        await Dashboard.WaitForLogAsync(from, log => AuditLines(log).Exists(line => line.Contains(session, StringComparison.Ordinal)));
        return session;
    }

    /// <summary>The messages of the lines that name the category; the last line may be written in part.</summary>
    private static List<string> AuditLines(string log) =>
        [.. log.Split('\n').SkipLast(1).Where(line => line.Contains("CallEventsDashboard.Audit", StringComparison.Ordinal)).Select(Message)];

    private static string Message(string line)
    {
        using var json = System.Text.Json.JsonDocument.Parse(line);
        return json.RootElement.GetProperty("Message").GetString()!;
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

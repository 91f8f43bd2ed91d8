using System.Text.Json.Nodes;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Sessions;

public sealed class EvidenceFileTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Hostile = "<img src=x onerror=\"xss(1)\"></script><script>xss(2)</script>";

    [Fact]
    public async Task Session_SavedByOnePerson_IsShownToAnotherWithoutAKey()
    {
        var (path, outcome, events) = await SaveAsync();
        var reader = await NewcomerAsync();
        await reader.GoToAsync("/sessions/open");
        await OpenAsync(reader, path);

        await Expect(reader.Page.GetByTestId("from-file")).ToContainTextAsync("Telnyx was not asked");
        var shown = reader.Page.GetByTestId("outcome");
        await Expect(shown).ToHaveAttributeAsync("data-event", outcome);
        await Expect(reader.Coverage).ToHaveAttributeAsync("data-total", events);
        await Expect(reader.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        await Appearance.AssertFitsAsync(reader, "session from a file");

        // The link of the outcome leads to its event in the file, and a reload asks for the file again.
        await shown.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(reader.Detail).ToHaveAttributeAsync("data-fingerprint", outcome);
        await reader.Page.ReloadAsync();
        await Expect(reader.Page.GetByTestId("open-file")).ToHaveAttributeAsync("data-state", "idle");
        await OpenAsync(reader, path);
        await Expect(reader.Detail).ToHaveAttributeAsync("data-fingerprint", outcome);
        await Expect(reader.Alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task File_OfAnEnemy_IsRefusedOrShownAsText()
    {
        var (path, _, _) = await SaveAsync();
        var token = TestContext.Current.CancellationToken;
        var file = JsonNode.Parse(await File.ReadAllTextAsync(path, token))!.AsObject();
        var executions = 0;
        var reader = await NewcomerAsync(width: 390, theme: ColorScheme.Dark);
        await reader.Context.ExposeFunctionAsync("xss", (int _) => Interlocked.Increment(ref executions));
        await reader.GoToAsync("/sessions/open");
        var choice = reader.Page.GetByLabel("Choose an evidence file");

        await choice.SetInputFilesAsync(new FilePayload { Name = $"{Hostile}.json", MimeType = "application/json", Buffer = (await File.ReadAllBytesAsync(path, token))[..^200] });
        await Expect(reader.Alert).ToContainTextAsync("This file is damaged. Its part “events");

        await Appearance.AssertFitsAsync(reader, "refused file");

        file["coverage"]!["label"] = Hostile;
        file["reconstruction"]!["outcome"]!["text"] = Hostile;
        foreach (var entry in file["events"]!.AsArray())
            (entry!["record"]!["name"], entry["record"]!["call_leg_id"], entry["record"]!["from"]) = (Hostile, Hostile, "javascript:xss(3)");
        await choice.SetInputFilesAsync(new FilePayload { Name = "x.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(file.ToJsonString()) });
        await Expect(reader.Page.GetByTestId("other-outcome")).ToContainTextAsync("<img src=x");
        await reader.Rows.First.ClickAsync();
        await Expect(reader.Detail).ToContainTextAsync("<img src=x");

        Assert.Equal(0, executions);
    }

    private static async Task OpenAsync(Visitor reader, string path)
    {
        await reader.Page.GetByLabel("Choose an evidence file").SetInputFilesAsync(path);
        await Expect(reader.Page.GetByTestId("from-file")).ToBeVisibleAsync();
        await Expect(reader.Rows.First).ToBeVisibleAsync();
    }

    private async Task<(string Path, string Outcome, string Events)> SaveAsync()
    {
        // Old enough that all of it has arrived.
        var call = (await Sandbox.PageAsync("filter[name]=call.hangup", 3, 50)).Rows.First(row => row.SessionId.Length > 0);
        var visitor = await VisitorAsync();
        await visitor.GoToAsync($"/sessions/{call.SessionId}");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
        await Expect(visitor.Rows.First).ToBeVisibleAsync();
        var (outcome, events) = (await visitor.Page.GetByTestId("outcome").GetAttributeAsync("data-event"), await visitor.Coverage.GetAttributeAsync("data-total"));
        await visitor.Page.Keyboard.PressAsync("e");
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Button("Download").ClickAsync());
        Assert.EndsWith(".evidence.json", file.SuggestedFilename, StringComparison.Ordinal);
        return (await file.PathAsync(), outcome!, events!);
    }
}

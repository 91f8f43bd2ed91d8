using System.Globalization;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Bunit;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Sessions.Content;
using CallEventsDashboard.Components.Sessions.Events;
using CallEventsDashboard.Components.Status;
using CallEventsDashboard.Evidence;
using CallEventsDashboard.Exports;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallEventsDashboard.Components.Pages;

/// <summary>A session saved on its page and shown from the file: the same, and without a request.</summary>
public sealed class OpenedFilePageTests : EventsContext
{
    private const double RowHeight = 32;

    private readonly AuditLines _lines = new();

    public OpenedFilePageTests()
    {
        Services.AddSingleton<ILoggerFactory>(_lines);
        AddAuthorization().SetAuthorized("Ada").SetClaims(new Claim("iss", "issuer"), new Claim("sub", "ada"));
    }

    private PrivacyMode Privacy => Services.GetRequiredService<PrivacyMode>();

    private string Transfer => Api.Events().Where(row => row.OccurredAt < Time.GetUtcNow().AddHours(-1) && row.Name == "transfer").Select(row => row.SessionId!.Value.ToString())
        .First(session => Api.Events().Any(row => row.SessionId == Guid.Parse(session) && row.Name == "call.hangup"));

    [Fact]
    public async Task Session_SavedOnItsPage_IsTheSameFromItsFileWithoutAKeyAndWithoutARequest()
    {
        var saved = await OpenSessionAsync();
        var file = await SaveAsync(saved);
        var (outcome, rows, total) = (Outcome(saved), Rows(saved), saved.Find("[data-testid=coverage]").GetAttribute("data-total"));
        Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(file.Bytes), StringComparison.Ordinal);
        Assert.Matches(@"\Acall-session_[0-9a-f]{8}_[0-9]{8}T[0-9]{6}Z\.evidence\.json\z", file.Name);
        saved.Instance.Dispose();
        var requests = Api.RequestCount;

        var page = await OpenFileAsync(file.Bytes);

        Assert.Equal(outcome, Outcome(page));
        Assert.Equal(rows, Rows(page));
        Assert.Equal(requests, Api.RequestCount);
        var banner = page.Find("[data-testid=from-file]").TextContent;
        Assert.Contains("Shown from a file, saved at", string.Join(' ', banner.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("Telnyx was not asked", banner, StringComparison.Ordinal);
        Assert.Equal(("complete", total), (page.Find("[data-testid=coverage]").GetAttribute("data-state"), page.Find("[data-testid=coverage]").GetAttribute("data-total")));
        Assert.Empty(page.FindAll("[data-testid=other-outcome]"));
        Assert.Contains(_lines.Written, line => Equals(line.GetValueOrDefault("Action"), "export") && Equals(line["Subject"], $"session {Transfer}"));
        Assert.Contains(_lines.Written, line => Equals(line.GetValueOrDefault("Action"), "open-evidence") && Equals(line["Subject"], $"session {Transfer}"));
    }

    [Fact]
    public async Task Session_ThatCouldNotBeReadAgain_IsMaskedAndSavedAsItIsShown()
    {
        var page = await OpenSessionAsync();
        var total = page.Find("[data-testid=coverage]").GetAttribute("data-total")!;
        Api.Faults = new SandboxFaults { Fault = Fault.Html };
        await page.InvokeAsync(() => page.FindComponent<CoverageLine>().Instance.OnReadAgain.InvokeAsync());
        await page.WaitForStateAsync(() => page.FindAll("[role=alert][data-error=unreadable]").Count > 0);

        using var file = JsonDocument.Parse((await SaveAsync(page)).Bytes);
        await page.InvokeAsync(() => Privacy.Set(isOn: true));

        Assert.Equal(total, file.RootElement.GetProperty("events").GetArrayLength().ToString(CultureInfo.InvariantCulture));
        Assert.True(file.RootElement.GetProperty("requests").GetArrayLength() > 0);
        await page.WaitForAssertionAsync(() => Assert.Contains("•", page.Find("[aria-label=Parties]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_OfAFile_OffersNothingThatWouldAsk()
    {
        var file = await SaveAsync(await OpenSessionAsync());
        var requests = Api.RequestCount;
        var page = await OpenFileAsync(file.Bytes);

        await page.FindAll("[data-testid=event-row]")[1].ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=event-detail]").Count > 0);
        foreach (var tab in new[] { "ladder", "timings", "effects", "events" })
        {
            await page.Find($"#tab-{tab}").ClickAsync(new());
            Assert.All(page.FindAll("a[href]"), link => Assert.Matches(@"\A(sessions/open(\?.*)?|sessions)\z", link.GetAttribute("href")));
        }

        foreach (var asks in new[] { "[data-compare]", "[data-key=session]", "[data-filter]", "[data-exclude]", ".beside", "[data-testid=delivery-attempts]", "[data-testid=connection]", "[data-testid=like-this-one]", "[data-testid=newer]", "[data-testid=pin]" })
            Assert.Empty(page.FindAll(asks));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Ask", StringComparison.Ordinal) || button.TextContent.Contains("Refresh", StringComparison.Ordinal) || (button.GetAttribute("aria-label") ?? "").StartsWith("Filter by", StringComparison.Ordinal));
        Assert.StartsWith("sessions/open?event=", Address, StringComparison.Ordinal);
        Assert.Equal(requests, Api.RequestCount);
    }

    [Fact]
    public async Task File_SavedInPrivacyMode_HasNoNumberAndShowsTheSame()
    {
        var numbers = Api.Events().Where(row => row.SessionId == Guid.Parse(Transfer)).SelectMany(row => new[] { row.From, row.To }).OfType<string>().Where(number => number.StartsWith('+')).Distinct(StringComparer.Ordinal).ToList();
        var session = await OpenSessionAsync();
        await session.InvokeAsync(() => Privacy.Set(isOn: true));
        await session.WaitForAssertionAsync(() => Assert.Contains("•", session.Find("[aria-label=Parties]").TextContent, StringComparison.Ordinal));
        var parties = session.Find("[aria-label=Parties]").TextContent;
        var file = await SaveAsync(session);
        var outcome = Outcome(session);
        await session.InvokeAsync(() => Privacy.Set(isOn: false));

        var page = await OpenFileAsync(file.Bytes);

        Assert.Contains("_masked", file.Name, StringComparison.Ordinal);
        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.DoesNotContain(number[1..], Encoding.UTF8.GetString(file.Bytes), StringComparison.Ordinal));
        Assert.Equal(outcome, Outcome(page));
        Assert.Equal(parties, page.Find("[aria-label=Parties]").TextContent);
        Assert.Contains("were masked", page.Find("[data-testid=from-file]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivacyMode_MasksWhatAFileHas()
    {
        var numbers = Api.Events().Where(row => row.SessionId == Guid.Parse(Transfer)).SelectMany(row => new[] { row.From, row.To }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var file = await SaveAsync(await OpenSessionAsync());
        var page = await OpenFileAsync(file.Bytes);
        Assert.Contains(PhoneText.International(numbers[0]), page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => Privacy.Set(isOn: true));

        await page.WaitForAssertionAsync(() => Assert.Contains("•", page.Find("[aria-label=Parties]").TextContent, StringComparison.Ordinal));
        Assert.All(numbers, number => Assert.DoesNotContain(PhoneText.International(number), page.Markup, StringComparison.Ordinal));
        Assert.All(numbers, number => Assert.DoesNotContain(number, page.Markup, StringComparison.Ordinal));
        var copied = await page.FindComponent<SessionCopyMenu>().Instance.MakeAsync("text");
        Assert.All(numbers, number => Assert.DoesNotContain(number, copied, StringComparison.Ordinal));
        // What was revealed is that of the file, too.
        await page.FindAll("[data-testid=event-row]")[0].ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=event-detail]").Count > 0);
        await Button(page, "Reveal numbers").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.DoesNotContain("•", page.Find("#event-json").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hello", "NotEvidence", "This is not an evidence file")]
    [InlineData("", "Empty", "This file is empty")]
    [InlineData("""{"format":"call-events-dashboard/session-evidence","format_version":9}""", "TooNew", "version 9")]
    [InlineData("""{"format":"call-events-dashboard/session-evidence","format_version":1,"saved_at":"<script>"}""", "Damaged", "“saved_at”")]
    [InlineData("""{"format":"call-events-dashboard/session-evidence","format_version":1,"query":{""", "Damaged", "“query”")]
    public async Task File_ThatCannotBeShown_IsRefusedInWords_AndAnotherCanBeChosen(string content, string kind, string words)
    {
        var page = Open();
        Choose(page, Encoding.UTF8.GetBytes(content));

        await page.WaitForStateAsync(() => page.FindAll("[role=alert]").Count > 0);
        Assert.Equal(kind, page.Find("[role=alert]").GetAttribute("data-kind"));
        Assert.Contains(words, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("refused", page.Find("[data-testid=open-file]").GetAttribute("data-state"));

        Choose(page, EvidenceWriter.Write(EvidenceFiles.Small()).ToArray());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=from-file]").Count > 0);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task File_StaysInItsTabUntilItIsClosed_AndTheAddressSaysWhatIsLookedAt()
    {
        var evidence = EvidenceFiles.Small();
        var first = evidence.Events[1].Fingerprint;
        var page = Open($"?event={first}&tab=timings&from=%2B1202");
        Assert.Equal("from", page.Find("[data-testid=link-problem]").GetAttribute("data-parameter"));
        Assert.Equal($"sessions/open?event={first}&tab=timings", Address);
        Choose(page, EvidenceWriter.Write(evidence).ToArray());
        await page.WaitForAssertionAsync(() => Assert.Equal(first, page.Find("[data-testid=event-detail]").GetAttribute("data-fingerprint")));
        Assert.Equal("true", page.Find("#tab-timings").GetAttribute("aria-selected"));

        page.Instance.Dispose();
        var again = Render<OpenedFilePage>();
        Assert.Single(again.FindAll("[data-testid=from-file]"));
        await Button(again, "Close the file").ClickAsync(new());
        Assert.Single(again.FindAll("[data-testid=open-file]"));
        Assert.Equal("sessions/open", Address);
    }

    [Fact]
    public async Task TextsOfTheFile_ThatSayAnotherOutcome_AreShownAsTextAndMasked()
    {
        const string Evil = "<script>alert(1)</script> +12025550142";
        var page = Open();
        Choose(page, Encoding.UTF8.GetBytes(EvidenceFiles.Changed(json =>
        {
            json["reconstruction"]!["outcome"]!["text"] = Evil;
            json["coverage"]!["label"] = Evil;
            json["coverage"]!["notes"]![0] = Evil + "\u202e";
            json["requests"]![0]!["path"] = "javascript:alert(1)?filter[from]=" + Evil;
        })));
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=other-outcome]").Count > 0);

        Assert.Contains(Evil, page.Find("[data-testid=other-outcome]").TextContent, StringComparison.Ordinal);
        Assert.Contains(Evil, page.Find("[data-testid=coverage]").TextContent, StringComparison.Ordinal);
        await Button(page, "About the file").ClickAsync(new());
        Assert.Contains("\\u202e", page.Find("[data-testid=from-file]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("script"));
        Assert.DoesNotContain(page.FindAll("a[href]"), link => link.GetAttribute("href")!.Contains("javascript", StringComparison.Ordinal));

        await page.InvokeAsync(() => Privacy.Set(isOn: true));
        await page.WaitForAssertionAsync(() => Assert.DoesNotContain("2025550142", page.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<OpenedFilePage> Open(string query = "")
    {
        Navigation.NavigateTo($"sessions/open{query}");
        return Render<OpenedFilePage>();
    }

    private static void Choose(IRenderedComponent<OpenedFilePage> page, byte[] file) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, "a.evidence.json"));

    private async Task<IRenderedComponent<OpenedFilePage>> OpenFileAsync(byte[] file)
    {
        var page = Open();
        Choose(page, file);
        await ShowRowsAsync(page);
        return page;
    }

    private async Task<IRenderedComponent<SessionPage>> OpenSessionAsync()
    {
        await StoreKeyAsync();
        Navigation.NavigateTo($"sessions/{Transfer}");
        var page = Render<SessionPage>(parameters => parameters.Add(it => it.SessionId, Transfer));
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=coverage][data-state=complete]").Count > 0);
        await ShowRowsAsync(page);
        return page;
    }

    private static async Task ShowRowsAsync(IRenderedComponent<IComponent> page)
    {
        await page.WaitForStateAsync(() => page.HasComponent<SessionEventGrid>());
        await page.InvokeAsync(() => page.FindComponent<SessionEventGrid>().Instance.SetRowsAsync(RowHeight, int.MaxValue));
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=event-row]").Count > 0);
    }

    private async Task<(string Name, byte[] Bytes)> SaveAsync(IRenderedComponent<SessionPage> page)
    {
        await page.Find("[data-testid=export-open]").ClickAsync(new());
        await Button(page, "Download").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("a[download]").Count > 0);
        var link = page.Find("a[download]");
        var name = link.GetAttribute("download")!;
        var person = new Authentication.UserIdentity("issuer", "ada").StorageId;
        var store = Services.GetRequiredService<ExportStore>();
        var ticket = link.GetAttribute("href")![ExportsRegistration.Path.Length..];
        Assert.Null(store.Redeem(ticket, "another", null));
        await using var stream = store.Redeem(ticket, person, null)!.Value.Export.Open();
        Assert.Null(store.Redeem(ticket, person, null));
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Xunit.TestContext.Current.CancellationToken);
        await Button(page, "Close").ClickAsync(new());
        return (name, bytes.ToArray());
    }

    private static (string? Cause, string? Sip, string? Event, string Text) Outcome(IRenderedComponent<IComponent> page)
    {
        var outcome = page.Find("[data-testid=outcome]");
        return (outcome.GetAttribute("data-cause"), outcome.GetAttribute("data-sip"), outcome.GetAttribute("data-event"), outcome.QuerySelector(".big")!.TextContent);
    }

    private static List<string?> Rows(IRenderedComponent<IComponent> page) => [.. page.FindAll("[data-testid=event-row]").Select(row => row.GetAttribute("data-fingerprint"))];
}

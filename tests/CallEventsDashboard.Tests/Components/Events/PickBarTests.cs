using System.Security.Claims;
using System.Text.Json;
using Bunit;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Exports;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.SavedViews;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallEventsDashboard.Components.Events;

public sealed class PickBarTests : EventsContext
{
    private readonly AuditLines _lines = new();

    public PickBarTests()
    {
        Account = new SandboxOptions { Events = 2000 };
        Services.AddSingleton<ILoggerFactory>(_lines);
        AddAuthorization().SetAuthorized("Ada").SetClaims(new Claim("iss", "issuer"), new Claim("sub", "ada"));
    }

    [Fact]
    public async Task PickedEvents_AreCopiedInTheOrderOfTheList_AndTheAuditSaysSo()
    {
        var page = await OpenRowsAsync("events?type=webhook&order=oldest");
        var rows = page.FindAll("[data-testid=event-row]").Select(row => row.GetAttribute("data-fingerprint")!).ToList();

        var json = await MakeAsync(page, "json", [7, 2, 2, -1, 100_000]);

        Assert.Equal([rows[2], rows[7]], Fingerprints(json!));
        Assert.StartsWith("occurred_at_utc,", await MakeAsync(page, "csv", [0]), StringComparison.Ordinal);
        Assert.Contains(_lines.Written, line => Equals(line.GetValueOrDefault("Action"), "export") && Equals(line["Subject"], "list [type]"));
    }

    [Fact]
    public async Task Range_OverRowsThatWereNeverDrawn_IsReadForIt()
    {
        var page = await OpenRowsAsync();
        var requests = Api.RequestCount;

        var json = await MakeAsync(page, "json", [.. Enumerable.Range(1600, 200)]);

        Assert.Equal(200, Fingerprints(json!).Distinct().Count());
        Assert.InRange(Api.RequestCount - requests, 1, 3);
        Assert.Empty(page.FindAll("[data-testid=picks] [role=alert]"));
    }

    [Fact]
    public async Task Rows_ThatDoNotCome_AreCounted()
    {
        var page = await OpenRowsAsync();
        Api.Faults = new SandboxFaults { Fault = Fault.Forbidden };

        var json = await MakeAsync(page, "json", [0, 1700, 1701]);

        Assert.Single(Fingerprints(json!));
        await page.WaitForAssertionAsync(() => Assert.Contains("2 of them could not be loaded", page.Find("[data-testid=picks] [role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Texts_InPrivacyMode_HaveNoNumber()
    {
        var page = await OpenRowsAsync("events?name=call.initiated");
        var numbers = Api.Events().SelectMany(row => new[] { row.From, row.To }).OfType<string>().Where(number => number.StartsWith('+')).Distinct(StringComparer.Ordinal).ToList();
        var plain = await MakeAsync(page, "json", [0, 1, 2]);
        Assert.Contains(numbers, number => plain!.Contains(number, StringComparison.Ordinal));

        await page.InvokeAsync(() => Services.GetRequiredService<PrivacyMode>().Set(isOn: true));

        foreach (var form in new[] { "json", "csv", "md" })
        {
            var text = await MakeAsync(page, form, [0, 1, 2]);
            Assert.Contains("•", text, StringComparison.Ordinal);
            Assert.All(numbers, number => Assert.DoesNotContain(number[1..], text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Markdown_HasTheColumnsThatAreShown()
    {
        var page = await OpenRowsAsync("events?name=call.hangup");
        Assert.StartsWith("| Time | Event | From |\n| --- | --- | --- |\n", await MakeAsync(page, "md", [0, 1], ["time", "name", "from"]), StringComparison.Ordinal);

        await page.InvokeAsync(() => Services.GetRequiredService<ViewStore>().ChangeColumnsAsync(_ => "name,payload.hangup_cause"));
        var table = (await MakeAsync(page, "md", [0, 1]))!.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, table.Length);
        Assert.Matches(@"\A\| Event \| (payload\.)?hangup\\_cause \|\z", table[0]);
        Assert.Matches(@"\A\| call\.hangup \| [a-z\\_]+ \|\z", table[2]);
    }

    [Fact]
    public async Task File_IsDownloadedByATicketOfThePerson()
    {
        var page = await OpenRowsAsync();
        var file = await page.InvokeAsync(() => Bar(page).Instance.SaveAsync("csv", [0, 1, 2], [], State(page)));
        var store = Services.GetRequiredService<ExportStore>();
        var ticket = file![0][ExportsRegistration.Path.Length..];

        Assert.Matches(@"\Acall-events_3-picked_[0-9]{8}T[0-9]{6}Z\.csv\z", file[1]);
        Assert.Null(store.Redeem(ticket, "another", null));
        Assert.Equal("text/csv; charset=utf-8", store.Redeem(ticket, new Authentication.UserIdentity("issuer", "ada").StorageId, null)!.Value.Export.ContentType);
    }

    [Fact]
    public async Task Picks_OfAnotherList_AreOfNoUse()
    {
        var page = await OpenRowsAsync();
        var state = State(page);
        await page.InvokeAsync(() => Bar(page).Instance.Feed.HidesUndecided = true);
        await page.WaitForAssertionAsync(() => Assert.NotEqual(state, State(page)));

        Assert.Null(await page.InvokeAsync(() => Bar(page).Instance.MakeAsync("json", [0], [], state)));
        Assert.Null(await page.InvokeAsync(() => Bar(page).Instance.SaveAsync("json", [0], [], state)));
        Assert.NotNull(await MakeAsync(page, "json", [0]));
    }

    private static IRenderedComponent<PickBar> Bar(IRenderedComponent<EventsPage> page) => page.FindComponent<PickBar>();

    private static string State(IRenderedComponent<EventsPage> page) => page.Find("[data-testid=picks]").GetAttribute("data-list-state")!;

    private static Task<string?> MakeAsync(IRenderedComponent<EventsPage> page, string form, int[] picks, string[]? shown = null) =>
        page.InvokeAsync(() => Bar(page).Instance.MakeAsync(form, picks, shown ?? [], State(page)));

    private static List<string> Fingerprints(string json)
    {
        using var array = JsonDocument.Parse(json);
        return [.. array.RootElement.EnumerateArray().Select(record => CallEventReader.Read(record).Fingerprint)];
    }
}

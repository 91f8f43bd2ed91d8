using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Components.Sessions.Content;
using CallEventsDashboard.Components.Sessions.Events;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Pages;

/// <summary>While it is masked no page has, in a text, a title or any other attribute, a number or a text of its account.</summary>
public sealed class MaskedPageTests : EventsContext
{
    private const double RowHeight = 36;
    private const string Number = "+12025550142";

    /// <summary>What people of the sample account say, type, are called and have chosen.</summary>
    private static readonly string[] Texts =
    [
        "Welcome to", "break time", "Grüß", "WASHINGTON", "Zoë", "ACME", "Weekly planning", "Stand-up", "Board <b>", "appointment", "to a person", "Rechnung", "didn't arrive", "How many people", "alice", "bob@",
        "desk-12", "o'hara", "vip", "campaign", "X-Customer", "hold.mp3", "welcome.mp3", "contract.pdf", "/hooks/", "not-a-secret", "Polly", "<i>Eve", "onerror", "3530304d52",
    ];

    // What an attribute of these names holds is a place in the page, or for the framework.
    private static readonly string[] Drawn = ["class", "style", "d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "viewBox", "points", "id", "for", "aria-controls", "aria-labelledby", "data-as-of"];

    public MaskedPageTests() => Account = new SandboxOptions { Events = 60, Shape = RecordShape.Mixed, Scenarios = Enum.GetValues<CallScenario>().ToDictionary(scenario => scenario, _ => 1) };

    private PrivacyMode Privacy => Services.GetRequiredService<PrivacyMode>();

    [Theory]
    [InlineData("speak")]
    [InlineData("gather_using_ai")]
    [InlineData("instructions.fetch")]
    [InlineData("call.initiated")]
    [InlineData("call.transcription")]
    [InlineData("transfer")]
    [InlineData("call.conversation_insights.generated")]
    [InlineData("conference.created")]
    public async Task Events_AndTheirDetail_ShowNothingOfPeople(string name)
    {
        Privacy.Set(isOn: true);
        var page = await OpenRowsAsync($"events?name={name}");
        Assert.NotEmpty(page.FindAll("[data-testid=event-row]"));

        await page.FindAll("[data-testid=event-row]")[0].ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=event-detail]").Count > 0);
        await Button(page, "Expand all").ClickAsync(new());

        AssertMasked(page);
        Assert.Equal(name, page.Find("[data-testid=event-row]").GetAttribute("data-event-name"));
    }

    [Fact]
    public async Task Insights_WithAllTheirNumbers_ShowNothingOfPeople()
    {
        Privacy.Set(isOn: true);
        await StoreKeyAsync();
        Navigation.NavigateTo("insights");
        var page = Render<InsightsPage>();
        await page.Find("[data-testid=insights-count]").ClickAsync(new());
        foreach (var rows in new[] { "hangups", "failed-webhooks" })
        {
            await page.WaitForStateAsync(() => page.Find("[data-testid=insights]").GetAttribute("data-state") == "counted");
            await page.Find($"[data-testid=insights-read][data-rows={rows}]").ClickAsync(new());
            await page.WaitForStateAsync(() => page.Find($"[data-testid=insights-basis][data-rows={rows}]").GetAttribute("data-whole") == "true");
        }

        AssertMasked(page);
        Assert.NotEmpty(page.FindAll("[data-testid=insight-cause]"));
        Assert.NotEmpty(page.FindAll("[data-testid=insight-value][data-filter=host]"));
    }

    [Theory]
    [InlineData("ai_assistant_start")]
    [InlineData("instructions.fetch")]
    [InlineData("transfer")]
    [InlineData("enqueue")]
    public async Task Session_InEachOfItsViews_ShowsNothingOfPeople(string command)
    {
        Privacy.Set(isOn: true);
        var page = await OpenSessionAsync(command);

        foreach (var tab in new[] { "events", "ladder", "timings", "effects" })
        {
            await page.Find($"#tab-{tab}").ClickAsync(new());
            AssertMasked(page);
        }

        var copy = page.FindComponent<SessionCopyMenu>().Instance;
        foreach (var form in new[] { "text", "masked", "mermaid" })
            AssertMasked((await copy.MakeAsync(form))!.Split('\n'));
    }

    [Fact]
    public async Task Report_MaskedOnAPageThatIsNot_HoldsNothingOfPeople()
    {
        var page = await OpenSessionAsync("transfer");

        var report = await page.FindComponent<SessionCopyMenu>().Instance.MakeAsync("masked");

        AssertMasked(report!.Split('\n'));
        Assert.Matches("•[A-Z0-9]{4} …[0-9]{4} to •[A-Z0-9]{4} …[0-9]{4}", report);
    }

    [Fact]
    public async Task Sessions_MaskedAfterTheyWereRead_AreToldAgainWithoutPeople()
    {
        await StoreKeyAsync();
        Navigation.NavigateTo("sessions");
        var page = Render<SessionsPage>();
        await page.WaitForStateAsync(() => page.HasComponent<SessionGrid>());
        await page.InvokeAsync(() => page.FindComponent<SessionGrid>().Instance.SetRowsAsync(RowHeight, int.MaxValue));
        await page.WaitForAssertionAsync(() => AssertAllRead(page));
        var before = Outcomes();
        Assert.Contains(before, outcome => outcome.Contains("The transfer target #", StringComparison.Ordinal));

        await page.InvokeAsync(() => Privacy.Set(isOn: true));

        await page.WaitForAssertionAsync(() => AssertAllRead(page));
        AssertMasked(page);
        Assert.Equal(before, Outcomes());

        // They are the same but for the numbers, which have stand-ins.
        List<string> Outcomes() =>
            [.. page.FindAll("[data-testid=session-row] .outcome").Select(cell => Regex.Replace(cell.TextContent, @"\+\d[\d -]*\d|•\w+ …\d+", "#", RegexOptions.None, TimeSpan.FromSeconds(1)))];
    }

    [Fact]
    public async Task Filters_ByANumberAndAText_HaveStandInsWhereverTheyAreShown()
    {
        Privacy.Set(isOn: true);
        var page = await OpenAsync($"events?from={Uri.EscapeDataString(Number)}&application_name=Alice&q=202-555-0142");
        await page.WaitForStateAsync(() => Coverage(page).GetAttribute("data-state") == "complete");
        await page.Find("button.requests").ClickAsync(new());
        Assert.NotEmpty(page.FindAll("[data-testid=request-row]"));
        await Button(page, "+ Filter").ClickAsync(new());

        // The address has what it was asked for, and so have the links that keep it.
        AssertMasked(page, "href", "data-copy", "data-copy-rolling");
        Assert.All(page.FindAll("[data-testid=request-row] [data-copy]"), copy => AssertMasked([copy.GetAttribute("data-copy")!]));
        Assert.Contains("•", page.Find("[data-filter=from]").GetAttribute("title"), StringComparison.Ordinal);
        Assert.Equal("", page.Find("[type=search]").GetAttribute("value") ?? "");

        await page.Find("form.filter-form").SubmitAsync();
        Assert.Contains("from=%2B12025550142", Address, StringComparison.Ordinal);
        await page.InvokeAsync(() => Privacy.Set(isOn: false));
        Assert.Equal("202-555-0142", page.Find("[type=search]").GetAttribute("value"));
    }

    [Fact]
    public async Task Search_TypedWhileMasked_IsSeenByWhoTypesIt()
    {
        Privacy.Set(isOn: true);
        var page = await OpenRowsAsync();

        await page.Find("[type=search]").InputAsync("voicemail");
        await page.Find("form[role=search]").SubmitAsync();

        Assert.Contains("q=voicemail", Address, StringComparison.Ordinal);
        Assert.Equal("voicemail", page.Find("[type=search]").GetAttribute("value"));
    }

    [Fact]
    public async Task Link_WithANumberInAWrongPlace_IsExplainedWithoutIt()
    {
        Privacy.Set(isOn: true);
        var page = await OpenRowsAsync("events?%2B12025550142=1");

        AssertMasked(page);
        Assert.NotEmpty(page.FindAll("[data-testid=link-problem]"));
    }

    private async Task<IRenderedComponent<SessionPage>> OpenSessionAsync(string command)
    {
        await StoreKeyAsync();
        var session = Api.Events().First(row => row.Name == command && row.SessionId is not null).SessionId!.Value.ToString();
        Navigation.NavigateTo($"sessions/{session}");
        var page = Render<SessionPage>(parameters => parameters.Add(it => it.SessionId, session));
        await page.WaitForStateAsync(() => page.HasComponent<SessionEventGrid>() && page.Find("[data-testid=coverage]").GetAttribute("data-state") == "complete");
        await page.InvokeAsync(() => page.FindComponent<SessionEventGrid>().Instance.SetRowsAsync(RowHeight, int.MaxValue));
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=event-row]").Count > 0);
        return page;
    }

    private static void AssertAllRead(IRenderedComponent<SessionsPage> page) =>
        Assert.All(page.FindAll("[data-testid=session-row]"), row => Assert.Equal(("true", true), (row.GetAttribute("data-complete"), row.QuerySelector(".outcome .text") is not null)));

    private static void AssertMasked(IRenderedComponent<IComponent> page, params string[] except) => AssertMasked(page.Nodes.SelectMany(node => node.DescendantsAndSelf()).SelectMany(node => node switch
    {
        IElement element => element.Attributes.Where(attribute => !Drawn.Contains(attribute.Name, StringComparer.Ordinal) && !except.Contains(attribute.Name, StringComparer.Ordinal)).Select(attribute => attribute.Value),
        IText text => [text.Data],
        _ => [],
    }).Except(page.FindAll("[data-leg-id]").Select(row => row.GetAttribute("data-leg-id")!).Concat(page.FindAll("[data-session-id]").Select(row => row.GetAttribute("data-session-id")!)).Select(id => id[..Math.Min(8, id.Length)])));

    private static void AssertMasked(IEnumerable<string> texts) => Assert.All(texts.ToHashSet(StringComparer.Ordinal), text =>
    {
        Assert.Null(MaskedText.NumberIn(text));
        Assert.DoesNotContain(Texts, foreign => text.Contains(foreign, StringComparison.Ordinal));
    });
}

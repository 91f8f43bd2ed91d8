using Bunit;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Each question beside the log that somebody asks by a click is written down, once for each request.</summary>
public sealed class AuditedQuestionsTests : SessionNeighboursContext
{
    private const double RowHeight = 40;

    private readonly AuditLines _lines = new();

    public AuditedQuestionsTests() => Services.AddSingleton<ILoggerFactory>(_lines);

    [Theory]
    [InlineData(CallScenario.ThreeFailedDeliveries, "carrier", "ask-carrier", 1)]
    [InlineData(CallScenario.ThreeFailedDeliveries, "failed-deliveries", "ask-deliveries", 3)]
    [InlineData(CallScenario.UnderWay, "still-up", "ask-call", 1)]
    [InlineData(CallScenario.Assistant, "recordings", "ask-recordings", 1)]
    [InlineData(CallScenario.Assistant, "conversation", "ask-conversation", 1)]
    [InlineData(CallScenario.UnnamedConversation, "conversation", "ask-conversation", 1)]
    public async Task Panel_OfASession_WritesItsQuestionsDown(CallScenario scenario, string panel, string action, int times)
    {
        Account = Calls(scenario);
        var page = await OpenSessionAsync();
        Assert.Empty(Asked());

        await AskAsync(page, panel);

        Assert.Equal(Enumerable.Repeat(action, times), Asked());
        Assert.Equal(times, Api.RequestsBeside.Count(request => !request.Path.Contains("connections", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Transcripts_AreWrittenDown_AsTheirRecordingsWere()
    {
        Account = Calls(CallScenario.Assistant);
        var page = await OpenSessionAsync();
        await AskAsync(page, "recordings");
        await AskAsync(page, "transcripts");

        Assert.Equal(["ask-recordings", "ask-transcripts"], Asked());
    }

    [Fact]
    public async Task Detail_OfAWebhook_WritesDownWhatItAsks()
    {
        Account = Calls(CallScenario.FailedDelivery);
        var page = await OpenSessionAsync();
        await page.FindAll("[data-testid=event-row][data-event-type=webhook]")[0].ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=delivery-attempts]").Count > 0);

        await AskAsync(page, "delivery-attempts");
        await page.Find("[data-testid=connection] button.again").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Equal(["ask-deliveries", "ask-names"], Asked()));
    }

    [Fact]
    public async Task CallsWithoutAHangUp_AreWrittenDown()
    {
        Account = Calls(CallScenario.LostHangup);
        await StoreKeyAsync();
        Navigation.NavigateTo("sessions");
        var sessions = Render<SessionsPage>();
        await sessions.WaitForStateAsync(() => sessions.HasComponent<SessionGrid>());
        await sessions.InvokeAsync(() => sessions.FindComponent<SessionGrid>().Instance.SetRowsAsync(RowHeight, int.MaxValue));
        await sessions.WaitForStateAsync(() => sessions.FindAll("[data-testid=open-calls]").Count > 0);
        await AskAsync(sessions, "open-calls", "button");

        Assert.Equal(["ask-call"], Asked());
    }

    [Fact]
    public async Task CallDetailRecords_AreWrittenDown()
    {
        var page = await OpenAsync("events?to=%2B13035550188");
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=detail-search]").Count > 0);
        await AskAsync(page, "detail-search", "button");

        Assert.Equal(["ask-details"], Asked());
    }

    private static async Task AskAsync<TPage>(IRenderedComponent<TPage> page, string panel, string button = ".head button")
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        await page.Find($"[data-testid={panel}] {button}").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.DoesNotContain(page.Find($"[data-testid={panel}]").GetAttribute("data-state"), new[] { "idle", "asking" }));
    }

    private List<string> Asked()
    {
        lock (_lines.Written)
            return [.. _lines.Written.Select(line => $"{line["Action"]}").Where(action => action.StartsWith("ask-", StringComparison.Ordinal))];
    }
}

using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Components.Sessions.Events;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>The page of a session, whole, with all that it offers beside the log.</summary>
public abstract class SessionNeighboursContext : EventsContext
{
    private const double RowHeight = 32;

    protected PrivacyMode Privacy => Services.GetRequiredService<PrivacyMode>();

    protected static async Task AskCarrierAsync(IRenderedComponent<SessionPage> page)
    {
        await page.Find("[data-testid=carrier] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=recorded]")));
    }

    protected static SandboxOptions Calls(CallScenario scenario, int count = 1) => new() { Events = 0, Scenarios = new Dictionary<CallScenario, int> { [scenario] = count } };

    protected int Count(string path) => Api.RequestsBeside.Count(request => request.Path.StartsWith(path, StringComparison.Ordinal));

    protected async Task<IRenderedComponent<SessionPage>> OpenSessionAsync(string? id = null)
    {
        await StoreKeyAsync();
        var session = id ?? Api.Events().First(row => row.SessionId is not null).SessionId!.Value.ToString();
        Navigation.NavigateTo($"sessions/{session}");
        var page = Render<SessionPage>(parameters => parameters.Add(it => it.SessionId, session));
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=coverage][data-state=complete]").Count > 0 && page.HasComponent<SessionEventGrid>());
        await page.InvokeAsync(() => page.FindComponent<SessionEventGrid>().Instance.SetRowsAsync(RowHeight, int.MaxValue));
        return page;
    }
}

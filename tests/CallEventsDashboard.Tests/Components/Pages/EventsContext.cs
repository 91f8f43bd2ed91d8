using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Events;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Evidence;
using CallEventsDashboard.Exports;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Pages;

/// <summary>A tab with the real key store and the real lists, before a Sandbox in the same process.</summary>
public abstract class EventsContext : DashboardContext
{
    protected const string Secret = "KEY0123456789ABCDEF_example7f3a";
    private const double RowHeight = 36;

    private readonly KeyTabs _tabs;
    private readonly Lazy<SandboxApi> _api;

    protected EventsContext()
    {
        _tabs = new KeyTabs { Time = Time };
        _api = new Lazy<SandboxApi>(() => new SandboxApi(Account, Time));
        Services.AddLogging().AddApiKeys().AddAuditing().AddCallEventFeeds().AddNeighbours().AddPrivacy().AddExports().AddEvidence().AddScoped<Sessions.List.SessionsRead>();
        Services.AddOptions<SandboxAccountOptions>().Configure(options => options.Enabled = true);
        Services.AddHttpClient(CallEventsClientFactory.TelnyxHttp).ConfigurePrimaryHttpMessageHandler(() => new SandboxHandler(Api));
        Services.AddScoped(_ => _tabs.Open());
        AddAuthorization();
    }

    /// <summary>What the account is; to be set before the first look at it.</summary>
    protected SandboxOptions Account { get; set; } = new() { Events = 400 };

    protected SandboxApi Api => _api.Value;

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>The part of the address after its root.</summary>
    protected string Address => Navigation.ToBaseRelativePath(Navigation.Uri);

    protected async Task StoreKeyAsync()
    {
        var store = Services.GetRequiredService<ApiKeyStore>();
        await store.LoadAsync();
        Assert.Null(await store.SaveAsync("Production", Secret));
    }

    /// <summary>Opens a link, with a key stored.</summary>
    protected async Task<IRenderedComponent<EventsPage>> OpenAsync(string link = "events")
    {
        await StoreKeyAsync();
        Navigation.NavigateTo(link);
        return Render<EventsPage>();
    }

    /// <summary>Opens a link and waits for its rows.</summary>
    /// <param name="drawn">How many rows are drawn; null for as many as a page draws before the browser has said how large it is. The fewer there are, the quicker is what has nothing to do with them.</param>
    protected async Task<IRenderedComponent<EventsPage>> OpenRowsAsync(string link = "events", int? drawn = null)
    {
        var page = await OpenAsync(link);
        await ShowRowsAsync(page, drawn);
        return page;
    }

    protected static async Task ShowRowsAsync(IRenderedComponent<EventsPage> page, int? drawn = null)
    {
        await page.WaitForStateAsync(() => page.HasComponent<EventGrid>());
        if (drawn is { } few)
            await page.InvokeAsync(() => page.FindComponent<EventGrid>().Instance.ShowRowsAsync(0, few));
        await page.InvokeAsync(() => page.FindComponent<EventGrid>().Instance.SetRowsAsync(RowHeight, int.MaxValue));
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=event-row]").Count > 0);
    }

    protected static IElement Coverage(IRenderedComponent<EventsPage> page) => page.Find("[data-testid=coverage]");

    protected static IElement Button(IRenderedComponent<IComponent> page, string name) =>
        page.FindAll("button").First(button => (button.GetAttribute("aria-label") ?? button.TextContent.Trim()) == name);
}

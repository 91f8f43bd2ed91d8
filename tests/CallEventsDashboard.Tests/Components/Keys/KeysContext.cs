using System.Net;
using Bunit;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Neighbours;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Keys;

/// <summary>A tab of a browser whose storage is real, before a Telnyx that answers every request alike.</summary>
public abstract class KeysContext : DashboardContext
{
    protected const string Secret = "KEY0123456789ABCDEF_example7f3a";

    private readonly KeyTabs _tabs;

    protected KeysContext()
    {
        _tabs = new KeyTabs { Time = Time };
        Services.AddLogging().AddApiKeys().AddAuditing().AddCallEventFeeds().AddNeighbours();
        AddAuthorization().SetAuthorized("Ada");
        Services.AddOptions<SandboxAccountOptions>().Configure(options => options.Enabled = _tabs.SandboxEnabled);
        Services.AddHttpClient(CallEventsClientFactory.TelnyxHttp)
            .ConfigurePrimaryHttpMessageHandler(() => new CannedAnswer(Answer, """{"data":[],"meta":{"total_results":12408}}"""));
        Services.AddScoped(_ => _tabs.Open());
    }

    /// <summary>What Telnyx answers from the first request on.</summary>
    protected HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    protected bool StorageIsFull
    {
        set => _tabs.Browser.IsFull = value;
    }

    protected bool SandboxEnabled
    {
        set => _tabs.SandboxEnabled = value;
    }

    protected ApiKeyStore Store => Services.GetRequiredService<ApiKeyStore>();

    /// <summary>Stores keys from another tab, so that the tab under test finds them when it opens.</summary>
    protected async Task StoreAsync(params string[] names)
    {
        var other = await _tabs.OpenLoadedAsync();
        foreach (var name in names)
            Assert.Null(await other.SaveAsync(name, Secret));
    }

    protected void LoseKeyRing() => _tabs.KeyRing = new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider();

    protected static AngleSharp.Dom.IElement Button(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, string name)
        => page.FindAll("button").First(button => button.TextContent.Trim() == name);
}

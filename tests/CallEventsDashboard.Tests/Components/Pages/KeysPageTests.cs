using System.Net;
using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Components.Keys;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Pages;

public sealed class KeysPageTests : KeysContext
{
    [Fact]
    public void Page_WithoutKeys_ExplainsWhereOneComesFromAndWhatHappensToIt()
    {
        var page = Render<KeysPage>();

        Assert.Contains("Mission Control", page.Find("section").TextContent, StringComparison.Ordinal);
        Assert.Contains("Encrypted", page.Find("form").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=stored-key]"));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task SaveKey_RefusedAfterOneThatWasStored_DoesNotGoOnSayingThatItIsStored()
    {
        var page = Render<KeysPage>();
        await SaveAsync(page, "Production", Secret);
        await SaveAsync(page, "Production", "two words");

        Assert.DoesNotContain("is stored", string.Concat(page.FindAll("[role=status]").Select(status => status.TextContent)), StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-testid=stored-key]"));
    }

    [Fact]
    public async Task SaveKey_NameAndKey_StoresShowsAndForgetsWhatWasTyped()
    {
        var page = Render<KeysPage>();
        await SaveAsync(page, " Production ", $"Bearer {Secret}");

        var row = page.Find("[data-testid=stored-key]");
        Assert.Equal(("Production", "true"), (row.GetAttribute("data-name"), row.GetAttribute("data-active")));
        Assert.Contains("••7f3a", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Feb 21, 2027 UTC, 90 days left", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(("", ""), (Value(page, "Name"), Value(page, "API key")));
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
        Assert.Equal("events", page.Find("a.primary").GetAttribute("href"));
        Assert.Contains("“Production” is stored and active.", page.FindAll("[role=status]").Select(status => status.TextContent));
    }

    [Fact]
    public async Task SaveKey_Good_IsTestedWithoutBeingAskedTo()
    {
        var page = Render<KeysPage>();
        await SaveAsync(page, "Production", Secret);

        await page.WaitForAssertionAsync(() => Assert.Equal("Works: 12,408 events in the last 24 hours.", page.Find("li [role=status]").TextContent));
        Assert.Empty(page.FindAll("[data-testid=key-refused]"));
    }

    [Fact]
    public async Task SaveKey_ThatTelnyxRefuses_SaysSoAndStaysOnThePage()
    {
        Answer = HttpStatusCode.Unauthorized;
        GoToKeysFrom("events?from=%2B17025550166");
        var page = Render<KeysPage>();
        await SaveAsync(page, "Production", Secret);

        await page.WaitForAssertionAsync(() => Assert.Equal("refused by Telnyx", page.Find("[data-testid=key-refused]").TextContent));
        Assert.Empty(page.FindAll(".dot.on, .pill.ok"));
        Assert.DoesNotContain(page.FindAll("[role=status]"), status => status.TextContent.Contains("stored and active", StringComparison.Ordinal));
        Assert.Contains("/keys?return=", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveKey_AfterALinkThatWantedOne_NamesThatKeyAndGoesBackToTheLink()
    {
        GoToKeysFrom("events?from=%2B17025550166&key=Staging");
        var page = Render<KeysPage>();
        Assert.Contains("“Staging”", page.Find("[data-testid=wanted-link]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Staging", Value(page, "Name"));

        await SaveAsync(page, "Staging", Secret);

        await page.WaitForAssertionAsync(() => Assert.EndsWith("/events?from=%2B17025550166&key=Staging", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SaveKey_AfterAnAddressOfSomebodyElse_StaysOnThePage()
    {
        GoToKeysFrom("https://evil.example/events");
        var page = Render<KeysPage>();
        await SaveAsync(page, "Production", Secret);

        await page.WaitForAssertionAsync(() => Assert.StartsWith("Works", page.Find("li [role=status]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=wanted-link]"));
        Assert.Contains("/keys?return=", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyField_Always_IsAPasswordThatNoBrowserFillsIn()
    {
        var field = Field(Render<KeysPage>(), "API key");

        Assert.Equal(("password", "off"), (field.GetAttribute("type"), field.GetAttribute("autocomplete")));
        Assert.False(field.HasAttribute("name"));
    }

    [Fact]
    public async Task SaveKey_WithoutName_SaysSoAtTheFieldAndKeepsTheKey()
    {
        var page = Render<KeysPage>();
        await SaveAsync(page, "", Secret);

        Assert.Equal("true", Field(page, "Name").GetAttribute("aria-invalid"));
        Assert.Equal("false", Field(page, "API key").GetAttribute("aria-invalid"));
        Assert.Contains("Give the key a name", page.Find("form").TextContent, StringComparison.Ordinal);
        Assert.Equal(Secret, Value(page, "API key"));
        Assert.Empty(page.FindAll("[data-testid=stored-key]"));
    }

    [Fact]
    public async Task SaveKey_StorageFull_AlertsAndKeepsWhatWasTyped()
    {
        StorageIsFull = true;
        var page = Render<KeysPage>();
        await SaveAsync(page, "Production", Secret);

        Assert.Contains("full", page.Find("form [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Production", Secret), (Value(page, "Name"), Value(page, "API key")));
    }

    [Fact]
    public async Task SaveKey_NameStoredInAnotherTabMeanwhile_SaysSoAtTheField()
    {
        var page = Render<KeysPage>();
        await StoreAsync("Production");
        await SaveAsync(page, "production", Secret);

        Assert.Contains("already a key named “Production”", page.Find("form").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-testid=stored-key]"));
    }

    [Fact]
    public async Task MakeActive_OtherKey_MovesTheMark()
    {
        await StoreAsync("Production", "Staging");
        var page = Render<KeysPage>();
        await Button(page, "Make active Production").ClickAsync();

        Assert.Equal(
            [("Production", "true"), ("Staging", "false")],
            page.FindAll("[data-testid=stored-key]").Select(row => (row.GetAttribute("data-name"), row.GetAttribute("data-active"))));
    }

    [Fact]
    public async Task Rename_ToATakenNameThenAFreeOne_SaysSoAndThenRenames()
    {
        await StoreAsync("Production", "Staging");
        var page = Render<KeysPage>();
        await Button(page, "Rename Staging").ClickAsync();
        var form = page.Find("li form");
        await form.QuerySelector("input")!.ChangeAsync("production");
        await form.SubmitAsync();
        Assert.Contains("already a key named", page.Find("li form").TextContent, StringComparison.Ordinal);

        await page.Find("li form input").ChangeAsync("Trial");
        await page.Find("li form").SubmitAsync();

        Assert.Equal(["Production", "Trial"], page.FindAll("[data-testid=stored-key]").Select(row => row.GetAttribute("data-name")));
        Assert.Empty(page.FindAll("li form"));
    }

    [Fact]
    public async Task Delete_AsksOnceAndCancelOrDeleteDecides()
    {
        await StoreAsync("Production");
        var page = Render<KeysPage>();
        await Button(page, "Delete Production").ClickAsync();
        await Button(page, "Cancel").ClickAsync();
        Assert.Single(page.FindAll("[data-testid=stored-key]"));

        await Button(page, "Delete Production").ClickAsync();
        await Button(page, "Delete Production").ClickAsync();

        Assert.Empty(page.FindAll("[data-testid=stored-key]"));
        Assert.Contains("No API key yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_Key_SaysTheAnswerInWords()
    {
        await StoreAsync("Production");
        var page = Render<KeysPage>();
        await Button(page, "Test Production").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("Works: 12,408 events in the last 24 hours.", page.Find("li [role=status]").TextContent));
    }

    [Fact]
    public async Task ExploreTheSandbox_FromNothing_GoesToTheEvents()
    {
        var page = Render<KeysPage>();
        await Button(page, "Explore the sandbox").ClickAsync();

        Assert.True(Store.ActiveAccount?.IsSandbox);
        Assert.EndsWith("/events", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Contains("sample account", page.Find("[data-testid=stored-key]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ExploreTheSandbox_TurnedOff_IsNotOffered()
    {
        SandboxEnabled = false;

        Assert.DoesNotContain("sandbox", Render<KeysPage>().Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Page_StoredKeysUnreadable_ExplainsCalmlyUntilDismissed()
    {
        await StoreAsync("Production");
        LoseKeyRing();
        var page = Render<KeysPage>();

        Assert.StartsWith("Your stored API keys could not be read", page.Find(".notice[role=status]").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
        await Button(page, "Dismiss").ClickAsync();
        Assert.Empty(page.FindAll(".notice"));
    }

    [Fact]
    public async Task Forget_UnreadableKeys_TakesTheExplanationAway()
    {
        await StoreAsync("Production");
        LoseKeyRing();
        var page = Render<KeysPage>();

        await Button(page, "Forget them").ClickAsync();

        Assert.Empty(page.FindAll(".notice"));
        Assert.False(Store.IsUnreadable);
    }

    private void GoToKeysFrom(string link) => Services.GetRequiredService<NavigationManager>().NavigateTo($"keys?return={Uri.EscapeDataString(link)}");

    private static async Task SaveAsync(IRenderedComponent<KeysPage> page, string name, string key)
    {
        await Field(page, "Name").ChangeAsync(name);
        await Field(page, "API key").ChangeAsync(key);
        Assert.Equal("submit", Button(page, "Save key").GetAttribute("type"));
        await page.Find("form:has(#key-name)").SubmitAsync();
    }

    private static IElement Field(IRenderedComponent<KeysPage> page, string label)
        => page.Find("#" + page.FindAll("label").Single(element => element.TextContent == label).GetAttribute("for"));

    private static string? Value(IRenderedComponent<KeysPage> page, string label) => Field(page, label).GetAttribute("value");
}

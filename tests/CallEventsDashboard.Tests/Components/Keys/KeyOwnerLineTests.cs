using Bunit;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Keys;

public sealed class KeyOwnerLineTests : EventsContext
{
    [Fact]
    public async Task Owner_OfAKeyThatWasTested_IsSaidWithTheBalance_AndAgainOnAClick()
    {
        var line = await AskedAsync();

        Assert.True(Guid.TryParse(line.Find("[data-testid=key-owner]").GetAttribute("data-organization"), out _));
        Assert.Contains("operations@example.test · balance 312.40 USD · as of ", line.Markup, StringComparison.Ordinal);
        Assert.Equal(["/v2/whoami", "/v2/balance"], Api.RequestsBeside.Select(request => request.Path));

        await line.Find("button").ClickAsync(new());
        await line.WaitForAssertionAsync(() => Assert.Equal(4, Api.RequestsBeside.Count));
    }

    /// <summary>What an answer before said is not dated by one that said something else.</summary>
    [Fact]
    public async Task Balance_AskedForAgainInVain_KeepsItsTime_AndSaysSo()
    {
        var line = await AskedAsync();
        var before = line.Find("[data-testid=key-owner] span").TextContent;
        Time.Advance(TimeSpan.FromMinutes(5));
        Api.Faults = new SandboxFaults { Traps = [ResourceTrap.NoBalance] };

        await line.Find("button").ClickAsync(new());

        await line.WaitForAssertionAsync(() => Assert.Contains("Asked again at", line.Markup, StringComparison.Ordinal));
        Assert.StartsWith(before, line.Find("[data-testid=key-owner] span").TextContent, StringComparison.Ordinal);
        Assert.Contains("not permitted with this key. The answer before is still shown.", line.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_HasTheRequestsThatATestMade_AndTheKeyInNone()
    {
        await StoreKeyAsync();
        var page = Render<KeysPage>();
        await page.FindAll("button").First(button => button.TextContent.StartsWith("Test", StringComparison.Ordinal)).ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("3 requests", page.Find("button.requests").TextContent));

        await page.Find("button.requests").ClickAsync(new());

        Assert.Equal(3, page.FindAll("[data-testid=request-row]").Count);
        Assert.All(["/v2/call_events", "/v2/whoami", "/v2/balance"], path => Assert.Contains(path, page.Find("[data-testid=requests]").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
        await page.Find("[data-testid=requests]").KeyDownAsync("Escape");
        Assert.Empty(page.FindAll("[data-testid=requests]"));
    }

    /// <summary>What a key may not read is asked for again once the key is tested, and not offered until then.</summary>
    [Fact]
    public async Task Refusal_IsForgottenByTheNextTest()
    {
        Account = Account with { Traps = new HashSet<ResourceTrap> { ResourceTrap.Forbidden } };
        var line = Open();
        await line.WaitForAssertionAsync(() => Assert.Contains("balance not permitted with this key", line.Markup, StringComparison.Ordinal));
        Assert.Empty(line.FindAll("button"));

        Api.Faults = new SandboxFaults { Traps = [] };
        Services.GetRequiredService<NeighbourFactory>().ForgetRefusals(ApiKey.TryParse(Secret)!);
        await AskedAsync();
        Assert.Equal(4, Api.RequestsBeside.Count);
    }

    [Theory]
    [InlineData(ResourceTrap.NoBalance, "balance not permitted with this key")]
    [InlineData(ResourceTrap.Forbidden, "says nothing of the key")]
    public async Task Owner_WithATrap_BlamesNoKey(ResourceTrap trap, string words)
    {
        Account = Account with { Traps = new HashSet<ResourceTrap> { trap } };
        var line = Open();

        await line.WaitForAssertionAsync(() => Assert.Contains(words, line.Markup, StringComparison.Ordinal));
        Assert.Contains(words, line.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Owner_WhileMasked_HasNoAddressAndNoBalance(bool isMaskedFirst)
    {
        var privacy = Services.GetRequiredService<PrivacyMode>();
        if (isMaskedFirst)
            privacy.Set(isOn: true);
        var line = await AskedAsync();
        await line.InvokeAsync(() => privacy.Set(isOn: true));

        await line.WaitForAssertionAsync(() => Assert.Contains("balance hidden", line.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("operations", line.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("312", line.Markup, StringComparison.Ordinal);
        Assert.True(Guid.TryParse(line.Find("[data-testid=key-owner]").GetAttribute("data-organization"), out _));

        await line.InvokeAsync(() => privacy.Set(isOn: false));
        await line.WaitForAssertionAsync(() => Assert.Contains("balance 312.40 USD", line.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Switch_TurnedOff_OffersNothing()
    {
        Services.PostConfigure<NeighboursOptions>(options => options.Account = false);

        Assert.Empty(Open().FindAll("[data-testid=key-owner]"));
    }

    private IRenderedComponent<KeyOwnerLine> Open() =>
        Render<KeyOwnerLine>(parameters => parameters.Add(it => it.Account, new ApiAccount("Production", ApiKey.TryParse(Secret)!, IsSandbox: false)));

    private async Task<IRenderedComponent<KeyOwnerLine>> AskedAsync()
    {
        var line = Open();
        await line.WaitForAssertionAsync(() => Assert.Contains("Ask again (2 requests)", line.Find("button").TextContent, StringComparison.Ordinal));
        return line;
    }
}

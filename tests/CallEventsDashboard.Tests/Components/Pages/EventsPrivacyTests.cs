using Bunit;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Pages;

public sealed class EventsPrivacyTests : EventsContext
{
    private IEnumerable<string> Numbers => Api.Events().SelectMany(row => new[] { row.From, row.To })
        .Where(number => number is ['+', ..]).SelectMany(number => new[] { number![1..], PhoneText.International(number) }).Distinct(StringComparer.Ordinal);

    [Fact]
    public async Task Numbers_WhileMasked_AreNowhereOnThePageUntilOneEventIsRevealed()
    {
        var page = await OpenRowsAsync("events?name=call.initiated");
        var privacy = Services.GetRequiredService<PrivacyMode>();
        Assert.Contains(Numbers, number => page.Markup.Contains(number, StringComparison.Ordinal));

        await page.InvokeAsync(() => privacy.Set(isOn: true));
        await page.FindAll("[data-testid=event-row]")[3].ClickAsync(new());
        page.Render();
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=event-detail]").Count > 0);
        Assert.DoesNotContain(Numbers, number => page.Markup.Contains(number, StringComparison.Ordinal));

        await Button(page, "Reveal numbers").ClickAsync(new());
        Assert.Contains(Numbers, number => page.Find("[data-testid=event-detail]").InnerHtml.Contains(number, StringComparison.Ordinal));
        Assert.DoesNotContain("Reveal numbers", page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => privacy.Set(isOn: false));
        Assert.Contains(Numbers, number => page.FindAll("[data-testid=event-row]")[0].OuterHtml.Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_OfWhoMayNotReveal_StayMaskedAndNoButtonOffersMore()
    {
        Services.Configure<SignInOptions>(options => options.RevealRole = "CallEvents.Reveal");
        var page = await OpenRowsAsync("events?name=call.initiated");

        await page.FindAll("[data-testid=event-row]")[3].ClickAsync(new());
        page.Render();
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=event-detail]").Count > 0);

        Assert.DoesNotContain(Numbers, number => page.Markup.Contains(number, StringComparison.Ordinal));
        Assert.DoesNotContain("Reveal numbers", page.Markup, StringComparison.Ordinal);
    }
}

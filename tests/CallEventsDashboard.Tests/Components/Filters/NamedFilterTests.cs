using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace CallEventsDashboard.Components.Filters;

/// <summary>Filters by an ID that has a name at Telnyx, over a real list: chosen by name, with the ID beside it, on the badge too.</summary>
public sealed class NamedFilterTests : EventsContext
{
    private const string Ivr = "2811212257810187875";
    private const string Queue = "2811212257810187901";
    private const string Campaigns = "1763012456789012341";

    // The end of a minute has requests to spare.
    public NamedFilterTests() => Time.Advance(TimeSpan.FromSeconds(55));

    [Fact]
    public async Task Connection_IsChosenByItsName_AndTheBadgeHasBoth()
    {
        var (page, menus) = await OpenFormAsync();
        var field = Field(page, "connection_id");
        await page.InvokeAsync(() => field.OpenMenuAsync());
        await menus.WaitForAssertionAsync(() => Assert.Equal(10, menus.FindAll("[data-testid=name-choice]").Count));
        Assert.Equal($"Main IVR call control application {Ivr}", Words(menus.Find($"[data-testid=name-choice][data-id='{Ivr}']")));

        Assert.Equal([Ivr], await SuggestedAsync(field, "ivr"));
        Assert.Equal([Ivr], await SuggestedAsync(field, "87875"));
        Assert.Equal([$"{Queue}, {Ivr}"], await SuggestedAsync(field, $"{Queue}, main iv"));

        await page.InvokeAsync(() => field.ValueChanged.InvokeAsync($"{Queue}, {Ivr}"));
        Assert.Contains("Support Queue, Main IVR", page.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => field.ValueChanged.InvokeAsync(Ivr));
        await page.Find("[role=dialog] form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("connection Main IVR 2811212257810187875 ×", Badge(page)));
        Assert.Equal($"events?connection_id={Ivr}", Address);
    }

    [Fact]
    public async Task Name_TypedInFull_BecomesItsId()
    {
        var (page, _) = await OpenFormAsync();
        var field = Field(page, "connection_id");
        await page.InvokeAsync(() => field.ValueChanged.InvokeAsync("support queue"));
        await page.InvokeAsync(() => field.OnBlur.InvokeAsync(new()));
        await page.Find("[role=dialog] form").SubmitAsync();

        Assert.Equal($"events?connection_id={Queue}", Address);
    }

    [Fact]
    public async Task Profiles_AreReadOnceSomebodyChoosesOne_AndTheBadgeHasTheName()
    {
        var (page, _) = await OpenFormAsync();
        Assert.Equal(0, Asked());

        Assert.Equal([Campaigns], await SuggestedAsync(Field(page, "outbound_voice_profile_id"), "camp"));
        await page.InvokeAsync(() => Field(page, "outbound_voice_profile_id").ValueChanged.InvokeAsync(Campaigns));
        await page.Find("[role=dialog] form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(("Campaigns", Campaigns), (page.Find("[data-testid=profile-name]").TextContent, page.Find("[data-testid=profile-name]").GetAttribute("data-id"))));
        Assert.Equal(1, Asked());
    }

    [Fact]
    public async Task Profile_OfALink_HasItsNameOnTheBadge()
    {
        var page = await OpenAsync($"events?outbound_voice_profile_id={Campaigns}");

        await page.WaitForAssertionAsync(() => Assert.StartsWith($"voice profile Campaigns {Campaigns}", Badge(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Badge_OfSeveralConnections_HasTheirNames()
    {
        var page = await OpenAsync($"events?not.connection_id={Ivr},{Queue}");

        await page.WaitForAssertionAsync(() => Assert.StartsWith("connection is none of Main IVR, Support Queue", Badge(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_WhileMasked_AreStandIns_BesideTheId()
    {
        Services.GetRequiredService<PrivacyMode>().Set(isOn: true);
        var page = await OpenAsync($"events?connection_id={Ivr}");

        await page.WaitForAssertionAsync(() => Assert.Matches($"connection •[A-Z2-9]{{4}} {Ivr}", Badge(page)));
    }

    [Fact]
    public async Task Key_ThatMayNotReadNames_IsToldSoInTheForm_WhereAnIdDoesAsWell()
    {
        Account = Account with { Traps = new HashSet<ResourceTrap> { ResourceTrap.Forbidden } };
        var (page, _) = await OpenFormAsync();
        Assert.Contains("The names of connections are not permitted with this key: type an ID.", page.Find("[role=dialog]").TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => Field(page, "connection_id").ValueChanged.InvokeAsync(Ivr));
        await page.Find("[role=dialog] form").SubmitAsync();

        Assert.Equal($"events?connection_id={Ivr}", Address);
        Assert.Empty(page.FindAll("[data-testid=filter-badge] [data-testid=connection-name]"));
    }

    private int Asked() => Api.RequestsBeside.Count(request => request.Path == "/v2/outbound_voice_profiles");

    private async Task<(IRenderedComponent<EventsPage> Page, IRenderedComponent<MudPopoverProvider> Menus)> OpenFormAsync()
    {
        var menus = Render<MudPopoverProvider>();
        var page = await OpenRowsAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains(Api.RequestsBeside, request => request.Path == "/v2/call_control_applications"));
        await Button(page, "+ Filter").ClickAsync();
        return (page, menus);
    }

    private static MudAutocomplete<string> Field(IRenderedComponent<EventsPage> page, string parameter) =>
        page.FindComponents<NamedIdField>().Single(field => field.Instance.Parameter.Name == parameter).FindComponent<MudAutocomplete<string>>().Instance;

    private static async Task<IEnumerable<string>> SuggestedAsync(MudAutocomplete<string> field, string typed) =>
        await field.SearchFunc!(typed, Xunit.TestContext.Current.CancellationToken)! ?? [];

    private static string Badge(IRenderedComponent<EventsPage> page) => Words(page.Find("[data-testid=filter-badge]"));

    private static string Words(IElement element) => string.Join(' ', element.Children.Select(child => child.TextContent.Trim()));
}

using Bunit;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Sessions.Timeline;
using CallEventsDashboard.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Layout;

public sealed class MainLayoutTests : DashboardContext
{
    private readonly KeyTabs _tabs;
    private readonly BunitJSModuleInterop _module;

    public MainLayoutTests()
    {
        _tabs = new KeyTabs { Time = Time };
        Services.AddLogging().AddAuditing().AddPrivacy().AddScoped(_ => _tabs.Open());
        AddAuthorization();
        _module = JSInterop.SetupModule("./Components/Layout/MainLayout.razor.js");
        _module.Mode = JSRuntimeMode.Loose;
        _module.Setup<bool>("watch", _ => true).SetResult(true);
        _module.Setup<bool>("switchTheme").SetResult(false);
    }

    [Fact]
    public async Task Layout_Opened_LoadsTheKeysBeforeItShowsThePage()
    {
        var other = await _tabs.OpenLoadedAsync();
        Assert.Null(await other.SaveAsync("Production", "KEY0123456789ABCDEF_example7f3a"));
        string? key = null;
        RenderLayout(builder => builder.AddContent(0, key = Services.GetRequiredService<ApiKeyStore>().Active?.Name));

        Assert.Equal("Production", key);
    }

    [Fact]
    public async Task ThemeButton_Clicked_SwitchesAndNamesTheOtherTheme()
    {
        var layout = RenderLayout(_ => { });
        await layout.WaitForAssertionAsync(() => Assert.NotEmpty(layout.FindAll("[aria-label='Switch to the light theme']")));
        await layout.Find("[aria-label='Switch to the light theme']").ClickAsync(new());

        await layout.WaitForAssertionAsync(() => Assert.NotEmpty(layout.FindAll("[aria-label='Switch to the dark theme']")));
    }

    [Fact]
    public async Task Theme_OfTheSystemChanges_Follows()
    {
        var layout = RenderLayout(_ => { });
        await layout.InvokeAsync(() => layout.Instance.ThemeChangedAsync(false));

        Assert.NotEmpty(layout.FindAll("[aria-label='Switch to the dark theme']"));
    }

    [Fact]
    public async Task Page_ThatThrows_LeavesTheShellAliveAndCanBeShownAgain()
    {
        var isBroken = true;
        var layout = RenderLayout(builder => builder.AddContent(0, isBroken ? throw new InvalidOperationException("Broken.") : "Mended"));
        await layout.WaitForAssertionAsync(() => Assert.NotEmpty(layout.FindAll("[data-testid=panel-failure][role=alert]")));
        Assert.DoesNotContain("Broken.", layout.Markup, StringComparison.Ordinal);
        Assert.Equal(["events", "sessions", "insights", "keys"], layout.FindAll("nav a:not(.logo)").Select(link => link.GetAttribute("href")));

        isBroken = false;
        await layout.Find("[data-testid=panel-failure] button").ClickAsync(new());
        await layout.WaitForAssertionAsync(() => Assert.Equal("Mended", layout.Find("main").TextContent.Trim()));
    }

    [Fact]
    public async Task Start_ThatMeetsAnError_SaysSoAndStartsWhenTriedAgain()
    {
        JSInterop.Setup<string?>("browserStorage.read", "callevents.private").SetException(new InvalidOperationException("Broken."));
        var layout = RenderLayout(builder => builder.AddContent(0, "Page"));
        await layout.WaitForAssertionAsync(() => Assert.Equal(Assert.Single(Recorded.Ids), layout.Find("[role=alert]").GetAttribute("data-error-id")));

        JSInterop.Setup<string?>("browserStorage.read", "callevents.private").SetResult(null);
        await layout.Find("[data-testid=panel-failure] button").ClickAsync(new());
        await layout.WaitForAssertionAsync(() => Assert.Equal("Page", layout.Find("main").TextContent.Trim()));
    }

    [Fact]
    public async Task Page_ThatThrew_GivesWayToTheNextOne()
    {
        var isBroken = true;
        var layout = RenderLayout(builder => builder.AddContent(0, isBroken ? throw new InvalidOperationException("Broken.") : "Next"));
        await layout.WaitForAssertionAsync(() => Assert.NotEmpty(layout.FindAll("[data-testid=panel-failure]")));

        isBroken = false;
        Services.GetRequiredService<NavigationManager>().NavigateTo("keys");
        await layout.WaitForAssertionAsync(() => Assert.Equal("Next", layout.Find("main").TextContent.Trim()));
    }

    [Fact]
    public async Task Links_FromAList_KeepItsQueryButNotItsSelection()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        var layout = RenderLayout(_ => { });

        navigation.NavigateTo("sessions?name=call.hangup&event=1763800000000000-00000000000000aa");
        await layout.WaitForAssertionAsync(() => Assert.Equal(
            ["events?name=call.hangup", "sessions?name=call.hangup", "insights?name=call.hangup", "keys"], layout.FindAll("nav a:not(.logo)").Select(link => link.GetAttribute("href"))));
        Assert.Equal("Sessions", layout.Find("nav a[aria-current=page]").TextContent);

        navigation.NavigateTo("insights?name=call.hangup&last=1h");
        await layout.WaitForAssertionAsync(() => Assert.Equal("events?name=call.hangup&last=1h", layout.FindAll("nav a:not(.logo)")[0].GetAttribute("href")));
        Assert.Equal("Insights", layout.Find("nav a[aria-current=page]").TextContent);

        navigation.NavigateTo("keys");
        await layout.WaitForAssertionAsync(() => Assert.Equal("events", layout.FindAll("nav a:not(.logo)")[0].GetAttribute("href")));
    }

    [Fact]
    public void Shell_Always_IsNamedAndReachableByKeyboard()
    {
        var layout = RenderLayout(_ => { });

        Assert.Equal("#content", layout.Find("a.skip").GetAttribute("href"));
        Assert.Equal("content", layout.Find("main").Id);
        Assert.All(layout.FindAll("nav a, nav button"), control => Assert.NotEmpty(control.GetAttribute("aria-label") ?? control.TextContent));
        Assert.NotEmpty(layout.Find("nav").GetAttribute("aria-label") ?? "");
    }

    [Fact]
    public async Task PrivacyButton_Clicked_MasksAndShowsNumbersAgain()
    {
        var privacy = Services.GetRequiredService<PrivacyMode>();
        var layout = RenderLayout(_ => { });
        var button = () => layout.Find("button[aria-label='Privacy mode: mask numbers']");

        await button().ClickAsync(new());
        Assert.Equal((true, "true"), (privacy.IsOn, button().GetAttribute("aria-pressed")));
        Assert.Equal(["callevents.private", "true"], JSInterop.Invocations["browserStorage.write"].Single().Arguments);
        await button().ClickAsync(new());
        Assert.Equal((false, "false"), (privacy.IsOn, button().GetAttribute("aria-pressed")));
    }

    [Fact]
    public async Task Zone_KeptOrChosen_IsThatOfThePage()
    {
        JSInterop.Setup<string?>("browserStorage.read", "callevents.zone").SetResult("Asia/Kolkata");
        var layout = RenderLayout(builder =>
        {
            builder.OpenComponent<TimelineAxis>(0);
            builder.AddComponentParameter(1, nameof(TimelineAxis.Day), "Nov 23, 2026");
            builder.CloseComponent();
        });
        await layout.WaitForAssertionAsync(() => Assert.Equal("Nov 23, 2026 Asia/Kolkata", layout.Find("main .zone").TextContent.Trim()));

        Assert.Equal("Asia/Kolkata", layout.Find("[data-testid=time-zone]").GetAttribute("data-zone"));

        await layout.FindAll("nav [data-choice]").Single(button => button.TextContent == "UTC").ClickAsync(new());

        Assert.Equal("Nov 23, 2026 UTC", layout.Find("main .zone").TextContent.Trim());
        Assert.Equal("UTC", layout.Find("[data-testid=time-zone]").GetAttribute("data-zone"));
        Assert.Equal(["callevents.zone", null], JSInterop.Invocations["browserStorage.write"].Single().Arguments);
    }

    [Fact]
    public void Layout_WhereTheBrowserKeptTheChoice_Masks()
    {
        JSInterop.Setup<string?>("browserStorage.read", "callevents.private").SetResult("true");
        var layout = RenderLayout(_ => { });

        Assert.Equal("true", layout.Find("button[aria-label='Privacy mode: mask numbers']").GetAttribute("aria-pressed"));
    }

    private IRenderedComponent<MainLayout> RenderLayout(RenderFragment body) => Render<MainLayout>(parameters => parameters.Add(it => it.Body, body));
}

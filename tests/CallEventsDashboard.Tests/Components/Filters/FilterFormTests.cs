using System.Globalization;
using Bunit;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace CallEventsDashboard.Components.Filters;

public class FilterFormTests : FilterBarContext
{
    private const string Uuid = "5b1d7c40-c8a2-11f1-9c10-02420aef93a0";

    [Fact]
    public void Form_HasAFieldForEveryFilterAndBothEndsOfTheTime()
    {
        var bar = OpenForm(CallEventQuery.Default);

        string[] labels =
        [
            "Application name", "Outbound voice profile ID", "Leg ID", "Session ID", "Connection ID", "Product", "Delivery failed",
            "From", "To", "From or To", "Event name", "Type", "Status", "From time", "To time",
        ];
        Assert.All(labels, label => Assert.Equal("INPUT", Field(bar, label).TagName));
        Assert.Equal(labels.Length, bar.FindAll("label").Count);
    }

    [Theory]
    [InlineData("Application name", "shop", "application_name", "shop")]
    [InlineData("Outbound voice profile ID", "17", "outbound_voice_profile_id", "17")]
    [InlineData("Leg ID", "5B1D7C40C8A211F19C1002420AEF93A0", "leg_id", Uuid)]
    [InlineData("Session ID", Uuid, "application_session_id", Uuid)]
    [InlineData("Connection ID", " 2811212257810187875 ", "connection_id", "2811212257810187875")]
    [InlineData("From", "+1 (202) 555-0142", "from", "+12025550142")]
    [InlineData("To", "sip:alice@example.com", "to", "sip:alice@example.com")]
    public void Apply_OfATypedText_AsksForItsNormalForm(string label, string typed, string parameter, string value)
    {
        var bar = OpenForm(CallEventQuery.Default);

        Field(bar, label).Change(typed);
        bar.Find("[role=dialog] form").Submit();

        var change = Assert.Single(Changes);
        Assert.False(change.Replace);
        var active = Assert.Single(ActiveFilter.From(change.Query, InstantFormat.Utc));
        Assert.Equal((parameter, value), (active.Parameter, active.FullText));
        Assert.Empty(bar.FindAll("[role=dialog]"));
    }

    [Theory]
    [InlineData("Product", "fax", "product")]
    [InlineData("Type", "webhook", "type")]
    [InlineData("Status", "in_progress", "status")]
    [InlineData("Delivery failed", "false", "failed")]
    public async Task Apply_OfAChoice_AsksForIt(string label, string value, string parameter)
    {
        var bar = OpenForm(CallEventQuery.Default);

        await ChooseAsync(bar, label, value);
        await bar.Find("[role=dialog] form").SubmitAsync();

        var active = Assert.Single(ActiveFilter.From(Assert.Single(Changes).Query, InstantFormat.Utc));
        Assert.Equal((parameter, value), (active.Parameter, active.FullText));
    }

    [Fact]
    public async Task Apply_OfAnyChoice_TakesTheFilterAway()
    {
        var bar = OpenForm(new() { Type = "webhook", Name = "call.hangup" });

        await ChooseAsync(bar, "Type", "");
        await bar.Find("[role=dialog] form").SubmitAsync();

        Assert.Equal(new CallEventQuery { Name = "call.hangup" }, Assert.Single(Changes).Query);
    }

    [Fact]
    public void Apply_WithAFieldThatCannotBeUsed_AppliesTheRestAndKeepsWhatWasTyped()
    {
        var bar = OpenForm(new() { From = "+12025550142" });

        Field(bar, "From").Change(new string('1', FilterValue.MaxTyped));
        Field(bar, "Leg ID").Change("5b1d");
        Field(bar, "Connection ID").Change("42");
        bar.Find("[role=dialog] form").Submit();

        Assert.Equal(new CallEventQuery { From = "+12025550142", ConnectionId = "42" }, Assert.Single(Changes).Query);
        Assert.Equal(new string('1', FilterValue.MaxTyped), Field(bar, "From").GetAttribute("value"));
        Assert.StartsWith("This is longer than 500 characters", ErrorBeside(bar, "From"), StringComparison.Ordinal);
        Assert.StartsWith("This is not a UUID", ErrorBeside(bar, "Leg ID"), StringComparison.Ordinal);
        Assert.Null(ErrorBeside(bar, "Connection ID"));
        Assert.Equal("The marked fields were not applied.", bar.Find("[role=status]").TextContent);
    }

    [Theory]
    [InlineData("From", "+1 202 555 0142, 911", "?from=%2B12025550142,911")]
    [InlineData("Connection ID", "42,43,42", "?connection_id=42,43")]
    [InlineData("Application name", @"Acme\, Inc", @"?application_name=Acme%5C,%20Inc")]
    public void Apply_OfAListWithCommas_AsksForOneOfThem(string label, string typed, string link)
    {
        var bar = OpenForm(CallEventQuery.Default);

        Field(bar, label).Change(typed);
        bar.Find("[role=dialog] form").Submit();

        Assert.Equal(link, Urls.CallEventQueryString.Format(Assert.Single(Changes).Query));
    }

    [Fact]
    public void Apply_OfTheOtherSide_Excludes()
    {
        var bar = OpenForm(CallEventQuery.Default with { ConnectionId = "42" });
        Assert.Equal("", bar.Find("[role=status]").TextContent);

        Side(bar, "From", "is not").Click();
        Field(bar, "From").Change("+1 202 555 0142, 911");
        Side(bar, "Connection ID", "is not").Click();
        Assert.Equal("", Field(bar, "Connection ID").GetAttribute("value") ?? "");
        Assert.StartsWith("Filtered here", bar.Find("[role=status]").TextContent, StringComparison.Ordinal);
        bar.Find("[role=dialog] form").Submit();

        Assert.Equal("?connection_id=42&not.from=%2B12025550142,911", Urls.CallEventQueryString.Format(Assert.Single(Changes).Query));
    }

    [Fact]
    public async Task ExclamationMark_TypedInAField_Excludes()
    {
        var bar = OpenForm(CallEventQuery.Default with { ConnectionId = "42" });

        Field(bar, "Connection ID").Change("!43, 44");
        Assert.Equal("43, 44", Field(bar, "Connection ID").GetAttribute("value"));
        Assert.Equal("true", Side(bar, "Connection ID", "is not").GetAttribute("aria-pressed"));
        await Field(bar, "Product").KeyDownAsync(new KeyboardEventArgs { Key = "!" });
        await ChooseAsync(bar, "Product", "fax");
        await bar.Find("[role=dialog] form").SubmitAsync();

        Assert.Equal("?not.connection_id=43,44&not.product=fax", Urls.CallEventQueryString.Format(Assert.Single(Changes).Query));
    }

    [Fact]
    public void TabKey_StopsAtASideOnlyWhereThereIsAWayBack()
    {
        var bar = OpenForm(CallEventQuery.Default);
        Assert.All(bar.FindAll(".sides button"), side => Assert.Equal("-1", side.GetAttribute("tabindex")));

        Field(bar, "To").Change("!911");
        Assert.Equal(["0", "-1"], Stops());
        Side(bar, "To", "is").Click();
        Assert.Equal(["-1", "0"], Stops());

        IEnumerable<string?> Stops() => bar.FindAll("[role=group][aria-label='To: which values'] button").Select(side => side.GetAttribute("tabindex"));
    }

    [Fact]
    public void Apply_OfAValueOnBothSides_SaysSoAndKeepsWhatWasTyped()
    {
        var bar = OpenForm(CallEventQuery.Default);

        Field(bar, "Connection ID").Change("42, 43");
        Side(bar, "Connection ID", "is not").Click();
        Field(bar, "Connection ID").Change("43");
        Side(bar, "Connection ID", "is").Click();
        bar.Find("[role=dialog] form").Submit();

        Assert.Equal("?connection_id=42,43", Urls.CallEventQueryString.Format(Assert.Single(Changes).Query));
        Assert.Equal("43", Field(bar, "Connection ID").GetAttribute("value"));
        Assert.Equal("The same value is asked for: remove it there or here.", ErrorBeside(bar, "Connection ID"));

        Field(bar, "Connection ID").Change("44");
        bar.Find("[role=dialog] form").Submit();
        Assert.Equal("?connection_id=42,43&not.connection_id=44", Urls.CallEventQueryString.Format(Changes[^1].Query));
    }

    [Fact]
    public void Form_OfAQueryThatExcludes_ShowsThatSide()
    {
        var bar = OpenForm(CallEventQuery.Default with { Conditions = QueryConditions.None.Excluding(FilterCatalogue.To, "911")! });

        Assert.Equal("911", Field(bar, "To").GetAttribute("value"));
        Assert.Equal("true", Side(bar, "To", "is not").GetAttribute("aria-pressed"));
        bar.Find("[role=dialog] form").Submit();
        Assert.Empty(Changes);
    }

    [Fact]
    public async Task Apply_OfTwoChoices_AsksForEither()
    {
        var bar = OpenForm(CallEventQuery.Default);

        await ChooseAsync(bar, "Product", "fax, texml");
        await bar.Find("[role=dialog] form").SubmitAsync();

        Assert.Equal("?product=fax,texml", Urls.CallEventQueryString.Format(Assert.Single(Changes).Query));
    }

    private static AngleSharp.Dom.IElement Side(IRenderedComponent<FilterBar> bar, string label, string verb) =>
        bar.Find($"[role=group][aria-label='{label}: which values']").Children.Single(button => button.TextContent.Trim() == verb);

    [Fact]
    public void Form_EveryFieldOfText_TakesNoMoreThanAMessageOfTheCircuit() =>
        Assert.All(OpenForm(CallEventQuery.Default).FindAll("[role=dialog] input:not([readonly])"), field => Assert.InRange(int.Parse(field.GetAttribute("maxlength") ?? "1000000", CultureInfo.InvariantCulture), 1, 1024));

    [Fact]
    public void Apply_OfANumberWithoutCountryCode_AsksForItAsItStandsAndOffersTheOther()
    {
        var bar = OpenForm(CallEventQuery.Default);
        Field(bar, "From").Change("702 555 0166");
        Assert.Null(ErrorBeside(bar, "From"));

        bar.Find("[role=dialog] form").Submit();
        Assert.Equal(new CallEventQuery { From = "702 555 0166" }, Assert.Single(Changes).Query);

        Button(bar, "Use +1 702-555-0166").Click();
        Assert.Equal(new CallEventQuery { From = "+17025550166" }, Changes[^1].Query);
        Assert.DoesNotContain(bar.FindAll("button"), button => button.TextContent.StartsWith("Use ", StringComparison.Ordinal));
    }

    [Fact]
    public void Use_InTheForm_TakesTheSuggestedNumber()
    {
        var bar = OpenForm(CallEventQuery.Default);

        Field(bar, "To").Change("(702) 555-0166");
        Button(bar, "Use +1 702-555-0166").Click();
        bar.Find("[role=dialog] form").Submit();

        Assert.Equal(new CallEventQuery { To = "+17025550166" }, Assert.Single(Changes).Query);
    }

    [Fact]
    public void Blur_OfANumber_ShowsItNormalised()
    {
        var bar = OpenForm(CallEventQuery.Default);

        Field(bar, "From").Change("+1 202 555 0142");

        Assert.Equal("+12025550142", Field(bar, "From").GetAttribute("value"));
        Assert.Empty(Changes);
    }

    [Fact]
    public void Apply_OfNothingNew_AsksForNothing()
    {
        var bar = OpenForm(new() { From = "+12025550142", Range = new() { Last = TimeSpan.FromMinutes(15) } });

        bar.Find("[role=dialog] form").Submit();

        Assert.Empty(Changes);
        Assert.Empty(bar.FindAll("[role=dialog]"));
    }

    [Fact]
    public void Escape_ClosesTheFormWithoutApplying()
    {
        var bar = OpenForm(CallEventQuery.Default);
        Field(bar, "From").Change("+12025550142");

        bar.Find("[role=dialog]").KeyDown(new KeyboardEventArgs { Key = "Escape" });

        Assert.Empty(Changes);
        Assert.Empty(bar.FindAll("[role=dialog]"));
    }

    [Fact]
    public async Task Escape_ThatClosedAList_LeavesTheFormOpen()
    {
        var bar = OpenForm(CallEventQuery.Default);
        var type = bar.FindComponents<MudSelect<string>>().Single(component => component.Find("input").Id == "filter-type");

        await bar.InvokeAsync(type.Instance.OpenMenu);
        await bar.InvokeAsync(() => type.Instance.CloseMenu());
        await bar.Find("[role=dialog]").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        Assert.Single(bar.FindAll("[role=dialog]"));

        Time.Advance(TimeSpan.FromSeconds(1));
        await bar.Find("[role=dialog]").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        Assert.Empty(bar.FindAll("[role=dialog]"));
    }

    [Theory]
    [InlineData("Application name")]
    [InlineData("Outbound voice profile ID")]
    [InlineData("Status")]
    public void Form_ForAFilterThatMayBeIgnored_SaysSo(string label)
    {
        var bar = OpenForm(CallEventQuery.Default);

        Assert.Contains("Telnyx may ignore this filter", Field(bar, label).Closest(".filter-field")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EventName_TypedInFull_IsItsOwnFirstSuggestion()
    {
        var names = OpenForm(CallEventQuery.Default).FindComponent<MudAutocomplete<string>>().Instance;

        var found = await names.SearchFunc!("speak", Xunit.TestContext.Current.CancellationToken)!;

        Assert.Equal("speak", found?.First());
    }

    [Fact]
    public async Task EventName_BehindAComma_IsSuggestedAsOneMore()
    {
        var bar = OpenForm(CallEventQuery.Default);
        var names = bar.FindComponent<MudAutocomplete<string>>().Instance;

        var found = (await names.SearchFunc!("call.hangup, call.answ", Xunit.TestContext.Current.CancellationToken)!)?.ToList();
        Assert.Equal("call.hangup, call.answered", found?[0]);

        await bar.InvokeAsync(() => names.ValueChanged.InvokeAsync(found![0]));
        await bar.Find("[role=dialog] form").SubmitAsync();
        Assert.Equal("?name=call.answered,call.hangup", Urls.CallEventQueryString.Format(Assert.Single(Changes).Query));
    }

    [Fact]
    public async Task EventName_Suggests_KnownNamesByFamilyAndTakesAnyText()
    {
        var bar = OpenForm(CallEventQuery.Default);
        var names = bar.FindComponent<MudAutocomplete<string>>().Instance;

        var suggestions = await names.SearchFunc!("SPEAK", Xunit.TestContext.Current.CancellationToken)!;
        var found = suggestions?.OfType<string>().ToList() ?? [];

        Assert.Contains("call.speak.started", found);
        Assert.All(found, name => Assert.Contains("speak", name, StringComparison.OrdinalIgnoreCase));
        var families = found.Select(EventCatalogue.FamilyOf).ToList();
        Assert.Equal(families.Distinct().Count(), families.Where((family, at) => at == 0 || families[at - 1] != family).Count());

        await bar.InvokeAsync(() => names.ValueChanged.InvokeAsync("call.brand_new"));
        await bar.Find("[role=dialog] form").SubmitAsync();
        Assert.Equal("call.brand_new", Assert.Single(Changes).Query.Name);
    }
}

using System.Text.Json;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Urls;
using CsCheck;
using Microsoft.AspNetCore.DataProtection;

namespace CallEventsDashboard.SavedViews;

/// <summary>What a person keeps of what they look at: as it lies in their browser, for several tabs and several people.</summary>
public sealed class ViewStoreTests
{
    private const string Number = "?from=%2B12025550142";
    private const string Session = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    private readonly ViewTabs _tabs = new();

    [Fact]
    public async Task View_Saved_IsThereInAnotherTab_WithTheZoneOfItsTime()
    {
        var tab = await _tabs.OpenAsync();
        await _tabs.Zones.ChooseAsync("Asia/Kolkata");

        Assert.Null(await tab.SaveAsync(new() { Name = " Support line ", Query = Number }));

        Assert.Equal(new SavedView { Name = "Support line", Query = Number, Zone = "Asia/Kolkata", Columns = "" }, Assert.Single((await _tabs.OpenAsync()).Shelf.Views));
    }

    [Fact]
    public async Task View_OfSeveralAndExcludedValues_LeadsToTheSameListInAnotherTab()
    {
        const string link = "?from=%2B17025550166,%2B17025550177&not.name=call.hangup,call.initiated&type=webhook";
        var query = CallEventQueryString.Parse(link).Query;
        await (await _tabs.OpenAsync()).SaveAsync(new() { Name = "Support lines", Query = CallEventQueryString.Format(query.List) });

        var view = Assert.Single((await _tabs.OpenAsync()).Shelf.Views);

        Assert.Equal(query.List, CallEventQueryString.Parse(view.Query).Query);
        Assert.Equal(($"events{CallEventQueryString.Format(query.List)}", 2), (Components.SavedViews.ViewText.UrlOf(view.IsSessions, view.Query), query.Conditions.For(FilterCatalogue.EventName).NoneOf.Count));
    }

    [Fact]
    public async Task View_Used_BringsItsZoneAndItsColumns()
    {
        var tab = await _tabs.OpenAsync();

        await tab.UseAsync(new() { Name = "Kolkata", Zone = "Asia/Kolkata", Columns = "time,name" });

        Assert.Equal(("Asia/Kolkata", "time,name"), (_tabs.Zones.Choice, tab.Shelf.Columns));
    }

    [Fact]
    public async Task Value_AsStored_HoldsNothingInClear_AndIsNobodyElses()
    {
        var tab = await _tabs.OpenAsync();
        Assert.Null(await tab.SaveAsync(new() { Name = "Support line", Query = Number }));
        await tab.NoteSessionAsync(Session);

        var (name, value) = Assert.Single(_tabs.Browser.Items);
        foreach (var text in new[] { "Support", "2025550142", Session, "ada" })
            Assert.DoesNotContain(text, name + value, StringComparison.Ordinal);
        Assert.Empty((await _tabs.OpenAsync("bob")).Shelf.Views);
    }

    [Theory]
    [InlineData("", "Give the view a name")]
    [InlineData("KEY0123456789ABCDEF_example7f3a", "looks like an API key")]
    [InlineData("my KEY0123456789ABCDEF_example7f3a", "looks like an API key")]
    [InlineData("support LINE", "already a view named “Support line”")]
    public async Task Name_ThatWillNotDo_IsRefused(string name, string reason)
    {
        var tab = await _tabs.OpenAsync();
        Assert.Null(await tab.SaveAsync(new() { Name = "Support line" }));

        Assert.Contains(reason, await tab.SaveAsync(new() { Name = name }), StringComparison.Ordinal);
        Assert.Single(tab.Shelf.Views);
    }

    [Fact]
    public async Task Changes_OfTwoTabs_DoNotUndoEachOther()
    {
        var (first, second) = (await _tabs.OpenAsync(), await _tabs.OpenAsync());
        await first.SaveAsync(new() { Name = "One" });
        await second.SaveAsync(new() { Name = "Two" });
        await first.PinAsync(Session);
        await second.DeleteAsync("one");

        var shelf = (await _tabs.OpenAsync()).Shelf;
        Assert.Equal(["Two"], shelf.Views.Select(view => view.Name));
        Assert.True(shelf.IsPinned(Session));
    }

    [Fact]
    public async Task UnreadableViews_SurviveWhatIsNotedByTheWay_AndComeBackWithTheirKeyRing()
    {
        var ring = _tabs.KeyRing;
        await (await _tabs.OpenAsync()).SaveAsync(new() { Name = "Kept" });
        _tabs.KeyRing = new EphemeralDataProtectionProvider();
        var tab = await _tabs.OpenAsync();
        Assert.True(tab.IsUnreadable);

        await tab.NoteSessionAsync(Session);
        Assert.Single(_tabs.Browser.Items);
        Assert.Single(tab.Shelf.Sessions);
        Assert.Null(await tab.SaveAsync(new() { Name = "New" }));

        Assert.Equal(2, _tabs.Browser.Items.Count);
        _tabs.KeyRing = ring;
        Assert.Equal(["Kept"], (await _tabs.OpenAsync()).Shelf.Views.Select(view => view.Name));
    }

    [Fact]
    public async Task Browser_ThatRefuses_KeepsColumnsForTheTab_AndSaysThatNoViewWasSaved()
    {
        var tab = await _tabs.OpenAsync();
        _tabs.Browser.IsFull = true;

        await tab.UseColumnsAsync("time,name");

        Assert.Equal("time,name", tab.Shelf.Columns);
        Assert.Contains("did not let the dashboard use its storage", await tab.SaveAsync(new() { Name = "One" }), StringComparison.Ordinal);
        Assert.Empty(tab.Shelf.Views);
    }

    [Fact]
    public async Task Columns_ChangedTwiceBeforeTheBrowserHasAnswered_HaveBothChanges()
    {
        var tab = await _tabs.OpenAsync();
        var answer = new TaskCompletionSource();
        _tabs.Browser.Pending = answer.Task;

        var changes = new[] { tab.ChangeColumnsAsync(columns => $"{columns}time"), tab.ChangeColumnsAsync(columns => $"compact;{columns}") };
        answer.SetResult();
        await Task.WhenAll(changes);

        Assert.Equal("compact;time", tab.Shelf.Columns);
    }

    [Fact]
    public async Task Recent_ListsAndSessions_AreFewAndTheNewestFirst()
    {
        var tab = await _tabs.OpenAsync();
        for (var i = 0; i < 14; i++)
            await tab.NoteAsync(new(false, $"?name=n{i}"));
        await tab.NoteAsync(new(false, "?name=n9"));
        await tab.NoteAsync(new(false, ""));
        await tab.NoteAsync(new(false, $"?q={new string('x', 700)}"));

        Assert.Equal(ViewShelf.MostRecent, tab.Shelf.Lists.Count);
        Assert.Equal(["?name=n9", "?name=n13"], tab.Shelf.Lists.Take(2).Select(list => list.Query));
        Assert.Single(tab.Shelf.Lists, list => list.Query == "?name=n9");
    }

    [Fact]
    public void Shelf_OfAnyQueries_ComesBackAsItWas() => Gen.Select(Generate.Query, Gen.Bool, Gen.String[Gen.Char['a', 'z'], 1, 20]).Array[0, 5].Sample(made =>
    {
        var shelf = ViewShelf.Empty with
        {
            Views = [.. made.Select(one => new SavedView { Name = one.Item3, IsSessions = one.Item2, Query = CallEventQueryString.Format(one.Item1.List), Zone = "UTC", Columns = "time" })],
            Pins = [new(Session, new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero))],
        };
        var back = JsonSerializer.Deserialize<ViewShelf>(JsonSerializer.Serialize(shelf))!;

        Assert.True(back.IsWhole());
        Assert.Equal(shelf.Views, back.Views);
        Assert.Equal(shelf.Pins, back.Pins);
        Assert.Equal(made.Select(one => one.Item1.List), back.Views.Select(view => CallEventQueryString.Parse(view.Query).Query));
    });

    [Fact]
    public void ReadyViews_AskWhatTheirNamesSay() => Assert.Equal(
        ["?failed=true&type=webhook&last=1h", "?failed=true&type=command", "?call_failed=true"],
        ReadyView.All.Select(view => CallEventQueryString.Format(view.Query)));

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"Views":null}""", false)]
    [InlineData("""{"Views":[null]}""", false)]
    [InlineData("""{"Views":[{"Name":""}]}""", false)]
    [InlineData("""{"Sessions":[{"Id":"../x","At":"2026-11-23T10:00:00Z"}]}""", false)]
    [InlineData("""{"Pins":[null]}""", false)]
    [InlineData("""{"Lists":[{"IsSessions":true}]}""", false)]
    [InlineData("""{"Columns":null}""", false)]
    public void StoredValue_ThatLacksSomething_IsNoShelf(string json, bool isWhole) => Assert.Equal(isWhole, JsonSerializer.Deserialize<ViewShelf>(json)!.IsWhole());
}

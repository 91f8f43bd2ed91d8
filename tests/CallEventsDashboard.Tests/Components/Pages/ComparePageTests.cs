using Bunit;
using CallEventsDashboard.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Pages;

public sealed class ComparePageTests : EventsContext
{
    private const string Nobody = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    [Fact]
    public async Task Page_WithoutBoth_AsksForThem_AndComparesThoseThatArePasted()
    {
        await StoreKeyAsync();
        var page = Open("");
        Assert.Equal(0, Api.RequestCount);

        page.FindAll("[data-testid=compare-form] input")[0].Change("5b1d6f2a");
        await page.Find("[data-testid=compare-form]").SubmitAsync();
        Assert.Contains("UUID", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        var (first, second) = (Session(0), Session(1));
        page.FindAll("[data-testid=compare-form] input")[0].Change(first);
        page.FindAll("[data-testid=compare-form] input")[1].Change($" {second.ToUpperInvariant()} ");
        await page.Find("[data-testid=compare-form]").SubmitAsync();

        await ReadAsync(page);
        Assert.Equal($"compare?a={first}&b={second}", Address);
    }

    [Fact]
    public async Task Sessions_SideBySide_HaveAllTheirEvents_AndTheirFirstDifference()
    {
        await StoreKeyAsync();
        var (first, second) = (SessionOf("transfer"), SessionOf("gather_using_speak"));
        var page = Open($"?a={first}&b={second}");
        await ReadAsync(page);

        var steps = page.FindAll("[data-testid=compare-step]");
        foreach (var (session, column) in new[] { (first, 1), (second, 3) })
        {
            var names = steps.Select(step => step.Children[column].QuerySelector(".text")?.TextContent).OfType<string>();
            var truth = Api.Events().Where(row => row.SessionId == Guid.Parse(session) && row.Attempt == 1).Select(row => row.Name);
            Assert.Equal(truth.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        }

        var at = steps.TakeWhile(step => step.GetAttribute("data-differs") == "false").Count();
        Assert.Equal("first-difference", steps[at].Id);
        Assert.StartsWith($"They part at step {at + 1}:", page.Find("[data-testid=compare-verdict]").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains(page.FindAll("[data-testid=compare-fact][data-differs=true]"), fact => fact.GetAttribute("data-name") == "From");
    }

    [Fact]
    public async Task Events_SideBySide_HideWhatIsEqual_UntilItIsWanted()
    {
        var list = await OpenRowsAsync("events?name=call.hangup");
        var items = list.FindAll("[data-testid=event-row]").Take(2).Select(row => $"{row.GetAttribute("data-session-id")}/{row.GetAttribute("data-fingerprint")}").ToList();
        var page = Open($"?a={items[0]}&b={items[1]}");
        await ReadAsync(page);

        var shown = page.FindAll("[data-testid=compare-fact]").Count;
        Assert.All(page.FindAll("[data-testid=compare-fact]"), fact => Assert.Equal("true", fact.GetAttribute("data-differs")));
        page.Find("button[aria-expanded=false]").Click();
        Assert.InRange(page.FindAll("[data-testid=compare-fact]").Count, shown + 5, shown + 100);
    }

    [Fact]
    public async Task Session_ThatTelnyxDoesNotList_IsNamed()
    {
        await StoreKeyAsync();
        var page = Open($"?a={Nobody}&b={Session(0)}");

        await page.WaitForAssertionAsync(() => Assert.Contains("no events of session A", page.Find(".problem").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_WhileMasked_AreNotShown()
    {
        await StoreKeyAsync();
        Services.GetRequiredService<PrivacyMode>().Set(isOn: true);
        var page = Open($"?a={Session(0)}&b={Session(1)}");
        await ReadAsync(page);

        Assert.All(Api.Events().Where(row => Guid.Parse(Session(0)) == row.SessionId), row => Assert.DoesNotContain(row.From ?? "+none", page.Markup, StringComparison.Ordinal));
    }

    private string Session(int index) => Api.Events().Where(row => row.Name == "call.hangup").Select(row => row.SessionId!.Value.ToString()).Distinct().ElementAt(index);

    private string SessionOf(string command) => Api.Events()
        .Where(row => row.Name == command && Api.Events().Any(other => other.SessionId == row.SessionId && other.Name == "call.hangup")).Select(row => row.SessionId!.Value.ToString()).First();

    private IRenderedComponent<ComparePage> Open(string query)
    {
        Navigation.NavigateTo($"compare{query}");
        return Render<ComparePage>();
    }

    private static Task ReadAsync(IRenderedComponent<ComparePage> page) =>
        page.WaitForStateAsync(() => page.FindAll("[data-testid=compare][data-state=complete]").Count == 1);
}

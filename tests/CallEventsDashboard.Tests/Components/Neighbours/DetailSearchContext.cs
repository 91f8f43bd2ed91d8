using System.Text.Json;
using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Sandbox;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Pages without rows, which offer to look in the call detail records; and those records as the Sandbox has them.</summary>
public abstract class DetailSearchContext : EventsContext
{
    /// <summary>A number that calls over a SIP trunk alone, as a link has it.</summary>
    protected const string Trunk = "%2B13035550100";

    protected const string Nobody = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    protected List<SandboxServed> Asked() => [.. Api.RequestsBeside.Where(request => request.Path == "/v2/detail_records")];

    /// <summary>The records that a query finds, without a trace in what was asked.</summary>
    protected async Task<IReadOnlyList<JsonElement>> RecordsAsync(string query)
    {
        var plain = Account with { Traps = new HashSet<ResourceTrap>(), IgnoredFilters = new HashSet<string>() };
        using var http = new HttpClient(new SandboxHandler(new SandboxApi(plain, Time))) { BaseAddress = new Uri("http://sandbox.test/v2/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Secret);
        var records = new List<JsonElement>();
        for (var (number, isMore) = (1, true); isMore; number++)
        {
            await using var body = await http.GetStreamAsync(FormattableString.Invariant($"detail_records?{query}&page[size]=50&page[number]={number}"), Xunit.TestContext.Current.CancellationToken);
            var answer = (await JsonDocument.ParseAsync(body)).RootElement;
            records.AddRange(answer.GetProperty("data").EnumerateArray());
            isMore = number < answer.GetProperty("meta").GetProperty("total_pages").GetInt32();
        }

        return records;
    }

    /// <summary>A record of Call Control of a call that the log has nothing of any more.</summary>
    protected async Task<JsonElement> ForgottenAsync() => (await RecordsAsync("filter[record_type]=call-control"))[^1];

    protected async Task<IRenderedComponent<EventsPage>> EmptyAsync(string link, string words = "No event matches")
    {
        var page = await OpenAsync($"events?{link}");
        await page.WaitForAssertionAsync(() => Assert.Contains(words, page.Markup, StringComparison.Ordinal));
        return page;
    }

    /// <summary>Presses the button, and waits for the last answer.</summary>
    protected static async Task LookAsync(IRenderedComponent<IComponent> page)
    {
        await page.Find("[data-testid=detail-search] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.DoesNotContain(Search(page).GetAttribute("data-state"), new[] { "idle", "asking" }));
    }

    protected static AngleSharp.Dom.IElement Search(IRenderedComponent<IComponent> page) => page.Find("[data-testid=detail-search]");

    protected static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;
}

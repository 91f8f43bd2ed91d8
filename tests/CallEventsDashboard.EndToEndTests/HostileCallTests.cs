using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

/// <summary>Calls that can be followed, in which an enemy chose all texts but what belongs together and most names: another text for each session.</summary>
public sealed class HostileCallFixture() : DashboardFixture(
    ["--events", "26000", "--seed", "7", "--order", "ascending", "--shape", "field", "--texts", Payloads.Save(), "--texts-keep", "names"],
    new Dictionary<string, string>(StringComparer.Ordinal));

[CollectionDefinition(nameof(HostileCall))]
public sealed class HostileCall : ICollectionFixture<HostileCallFixture>;

/// <summary>Five hundred payloads in every place of the page of a session, in both themes: none runs, and the policy has nothing to stop.</summary>
[Collection(nameof(HostileCall))]
public sealed class HostileCallTests(HostileCallFixture dashboard, BrowserFixture browser) : HostileTest(dashboard, browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Session_ShowsEachInEveryPlace(ColorScheme theme)
    {
        var visitor = await VictimAsync(theme);
        await visitor.OpenEventsAsync();
        var seen = new SeenTexts();
        var sessions = await SessionsAsync();

        // The longest session of each text has something nearly everywhere; then those are looked at whose hang-up was not seen.
        foreach (var chosen in sessions.DistinctBy(session => session.Text).Chunk(SessionWalk.Stride))
            await LookAsync(visitor.Page, seen, SessionWalk.Script, chosen.Select(session => session.Id));
        while (sessions.Where(session => session.Cause is { } cause && !seen.Has("outcome cause", cause)).Take(SessionWalk.Stride).ToList() is { Count: > 0 } chosen)
        {
            await LookAsync(visitor.Page, seen, SessionWalk.Script, chosen.Select(session => session.Id));
            sessions.RemoveAll(chosen.Contains);
        }

        Assert.Empty(seen.Lacking(SessionWalk.Places));
        // Not every call has a webhook that a command followed, and in the table of timings only one party of a leg is named.
        Assert.True(seen.Count("think-times") > 400, $"{seen.Count("think-times")} in think times");
        Assert.True(seen.Count("party") > 200, $"{seen.Count("party")} in the timings of legs");
    }

    /// <summary>The longest first, each with the text that all its products are, and the cause of its hang-up.</summary>
    private async Task<List<(string Id, string? Text, string? Cause)>> SessionsAsync()
    {
        var rows = new List<ApiRow>();
        for (long number = 1, total = 1; rows.Count < total; number++)
        {
            var page = await Sandbox.PageAsync("", number);
            rows.AddRange(page.Rows);
            total = page.Total;
        }

        return [.. rows.Where(row => row.SessionId.Length > 0).GroupBy(row => row.SessionId).OrderByDescending(session => session.Count())
            .Select(session => (session.Key, ApiRow.Text(session.First().Record, "product"), session.Where(row => row.Name == "call.hangup").Select(Cause).FirstOrDefault()))];
    }

    private static string? Cause(ApiRow hangup) => hangup.Record.GetProperty("payload").GetProperty("payload").GetProperty("hangup_cause").GetString();
}

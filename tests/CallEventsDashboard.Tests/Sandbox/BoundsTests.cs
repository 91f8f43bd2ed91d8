using System.Collections.Frozen;
using System.Globalization;

namespace CallEventsDashboard.Sandbox;

/// <summary>Bounds that are not what they say, and rows that none of them parts or reaches.</summary>
public class BoundsTests
{
    private static readonly SandboxOptions Account = new() { Events = 400, IgnoredFilters = FrozenSet<string>.Empty };

    [Theory]
    [InlineData("lte", 0, 1, 1)]
    [InlineData("lt", 0, 0, 0)]
    [InlineData("gte", 0, 1, 0)]
    [InlineData("gt", 0, 0, 1)]
    public async Task Bound_AtTheTimeOfARow_HoldsItOrNot(string comparison, int exclusive, int honest, int differs)
    {
        Assert.Equal(honest == 1, await HoldsAsync(new ServiceBounds(), comparison));
        Assert.Equal(exclusive == 1, await HoldsAsync(new ServiceBounds { AreExclusive = true }, comparison));
        Assert.Equal(honest == 1 ^ differs == 1, await HoldsAsync(new ServiceBounds { AreFiner = true }, comparison));
    }

    [Fact]
    public async Task Bounds_ThatAreRefused_AnswerWithTheirName()
    {
        using var client = new SandboxClient(SandboxAccount.Open(Account with { Bounds = new ServiceBounds { AreRefused = true } }));

        var (status, errors) = await client.FailAsync("filter[occurred_at][lte]=2026-11-23T10:00:00Z");
        Assert.Equal((422, "10031 filter[occurred_at][lte]"), (status, Assert.Single(errors)));
        Assert.Equal(400, await client.CountAsync(""));
    }

    [Fact]
    public void TiedRows_HaveOneTime() =>
        Assert.InRange(SandboxAccount.Open(Account with { TiedRows = 120 }).Events().CountBy(row => row.OccurredAt).Max(pair => pair.Value), 120, 125);

    [Fact]
    public async Task RowsAhead_CanBeSeenBeforeTheirTime()
    {
        var api = SandboxAccount.Open(Account with { Ahead = TimeSpan.FromMinutes(3) });
        using var client = new SandboxClient(api);

        Assert.Equal(10, api.Events().Count(row => row.OccurredAt >= SandboxAccount.Start.AddMinutes(3)));
        Assert.Equal(410, await client.CountAsync(""));
    }

    [Fact]
    public async Task TotalsThatFall_AreEachLowerThanTheOneBefore()
    {
        using var client = new SandboxClient(SandboxAccount.Open(Account with { Cuts = new ServiceCuts { TotalFalls = 3 } }));

        Assert.Equal((400, 397, 394), (await client.CountAsync(""), await client.CountAsync(""), await client.CountAsync("")));
    }

    private static async Task<bool> HoldsAsync(ServiceBounds bounds, string comparison)
    {
        var api = SandboxAccount.Open(Account with { Bounds = bounds });
        using var client = new SandboxClient(api);
        var row = SandboxAccount.LastDay(api)[200];
        var time = row.OccurredAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var held = await client.ReadAllAsync($"filter[occurred_at][{comparison}]={time}");
        return held.Any(record => record.GetProperty("event_timestamp").GetString()!.StartsWith(time[..^1], StringComparison.Ordinal));
    }
}

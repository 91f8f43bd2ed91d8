using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Volume;

/// <summary>While events arrive, come in late and expire between two requests, each bucket that has settled has the exact number, or none is given.</summary>
public sealed class VolumeDriftTests
{
    private static readonly TimeSpan OneDay = TimeSpan.FromHours(24);

    public static MatrixTheoryData<Sandbox.ServiceOrder, string, double> Cells() => new(Enum.GetValues<Sandbox.ServiceOrder>(), ["all", "last", "closed", "until", "beyond"], [1.2, 5]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Buckets_WhileTheAccountDrifts_HaveTheExactNumbers(Sandbox.ServiceOrder order, string range, double rate)
    {
        var counted = 0;
        for (var seed = 1; seed <= 3; seed++)
        {
            using var account = new DriftingAccount(new SandboxOptions { Events = 4000, Seed = seed, Order = order, LiveRate = rate, Lag = TimeSpan.FromSeconds(20), TiesShuffled = true });
            var asked = RangeOf(range, account.Time.GetUtcNow());
            var known = new KnownBuckets();
            foreach (var step in VolumeScale.Steps(asked.From.At, asked.To.At).Take(3))
                counted += await CountAsync(account, asked, step, known) ? 1 : 0;
        }

        // Five events a second and their lag reach over more than one page, so that some rounds come to nothing.
        Assert.True(counted >= (rate > 2 ? 1 : 8), $"Only {counted} of 9 rounds were counted.");
    }

    [Fact]
    public async Task Buckets_OnceCounted_AreNotAskedForAgain()
    {
        using var account = new DriftingAccount(new SandboxOptions { Events = 4000, LiveRate = 1.2 });
        var (asked, known) = (RangeOf("all", account.Time.GetUtcNow()), new KnownBuckets());
        var steps = VolumeScale.Steps(asked.From.At, asked.To.At);
        Assert.True(await CountAsync(account, asked, steps[1], known));
        var first = account.Requests;

        account.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.True(await CountAsync(account, RangeOf("all", account.Time.GetUtcNow()), steps[1], known));

        Assert.InRange(first, 10, 14);
        Assert.InRange(account.Requests - first, 2, 5);
    }

    private static async Task<bool> CountAsync(DriftingAccount account, VolumeRange range, TimeSpan step, KnownBuckets known)
    {
        var (begun, before) = (default(DateTimeOffset), account.Requests);
        account.Drift = request => begun = request == before + 1 ? account.Time.GetUtcNow() : begun;
        var order = account.Api.Options.Order is Sandbox.ServiceOrder.Ascending ? Indexing.ServiceOrder.Ascending : Indexing.ServiceOrder.Descending;
        var counter = new VolumeCounter(account.Query, order, new BoundWriting(), account.ReadAsync, new ServiceClock(account.Time));
        var (buckets, asOf, state) = await counter.CountAsync(range, step, known, TestContext.Current.CancellationToken);
        if (state is not VolumeState.Counted)
        {
            Assert.Equal((VolumeState.TooFast, 0), (state, buckets.Count));
            return false;
        }

        Assert.Equal((range.From.At, range.To.At), (buckets[0].From, buckets[^1].To));
        var events = account.Api.Events();
        foreach (var bucket in buckets.Where(bucket => bucket.IsSettled))
        {
            var there = events.Count(row => row.OccurredAt >= bucket.From && row.OccurredAt < bucket.To && row.OccurredAt > begun - OneDay);
            Assert.True(there == bucket.Count, $"{bucket.From:HH:mm:ss} to {bucket.To:HH:mm:ss}, counted {asOf:HH:mm:ss}: {bucket.Count}, but there are {there}.");
        }

        return true;
    }

    private static VolumeRange RangeOf(string range, DateTimeOffset now)
    {
        var (from, to, end) = (new VolumeEdge(now - OneDay), new VolumeEdge(now, IsInclusive: true), new VolumeEdge(now - TimeSpan.FromMinutes(90)));
        return range switch
        {
            "last" => new VolumeRange(new VolumeEdge(now - TimeSpan.FromHours(5)), to, EndsAtHorizon: false),
            "closed" => new VolumeRange(new VolumeEdge(now - TimeSpan.FromHours(7)), end, EndsAtHorizon: false),
            "until" => new VolumeRange(from, end, EndsAtHorizon: true),
            "beyond" => new VolumeRange(from, new VolumeEdge(now - TimeSpan.FromHours(23)), EndsAtHorizon: true),
            _ => new VolumeRange(from, to, EndsAtHorizon: true),
        };
    }
}

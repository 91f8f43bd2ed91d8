using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>Measures of a Sandbox's account, and the truth to compare them with.</summary>
public abstract class InsightContext : IDisposable
{
    private protected FeedFixture Fixture { get; private set; } = new(new SandboxOptions { Events = 1 });

    public static MatrixTheoryData<Sandbox.ServiceOrder, string> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), ["all", "last", "since", "until", "between"]);

    public void Dispose()
    {
        Fixture.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Start(SandboxOptions options)
    {
        Fixture.Dispose();
        Fixture = new FeedFixture(options);
    }

    private protected Task<InsightStatus> CountAsync(InsightReader reader)
    {
        reader.Count(FeedFixture.Key);
        return EndAsync(reader);
    }

    private protected async Task<InsightStatus> EndAsync(InsightReader reader)
    {
        await Fixture.UntilAsync(() => reader.Status.Activity is InsightActivity.None);
        return reader.Status;
    }

    private protected static int Truth(Measure measure, List<SandboxEvent> rows) => rows.Count(row => measure.In(CallEventQuery.Default)!.Conditions.All.All(condition =>
        condition.Single == (condition.Parameter.Name switch
        {
            "name" => row.Name,
            "type" => row.Type == "command" ? "command" : "webhook",
            "failed" => row.Failed ? "true" : "false",
            _ => row.Product,
        })));

    private protected TimeRange RangeOf(string range)
    {
        var now = Fixture.Time.GetUtcNow();
        TimeBound Bound(TimeComparison comparison, int hours) => new(comparison, new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero).AddHours(-hours));
        return range switch
        {
            "last" => new TimeRange { Last = TimeSpan.FromHours(8) },
            "since" => new TimeRange { Lower = Bound(TimeComparison.AtOrAfter, 9) },
            "until" => new TimeRange { Upper = Bound(TimeComparison.Before, 3) },
            "between" => new TimeRange { Lower = Bound(TimeComparison.AtOrAfter, 11), Upper = Bound(TimeComparison.AtOrBefore, 2) },
            _ => TimeRange.Default,
        };
    }
}

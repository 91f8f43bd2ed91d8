
namespace CallEventsDashboard.Operations;

/// <summary>A clock that can be broken, for code that takes the time in places that no test reaches otherwise.</summary>
internal sealed class BrokenTime() : SimulatedTime(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero))
{
    public bool IsBroken { get; set; }

    public override DateTimeOffset GetUtcNow() => IsBroken ? throw new InvalidOperationException("The clock is broken.") : base.GetUtcNow();
}

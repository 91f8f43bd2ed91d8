namespace CallEventsDashboard.Sandbox;

/// <summary>A clock that is ahead of another one, or behind it; waits take as long by both.</summary>
/// <param name="offset">How far it is ahead; negative where it is behind.</param>
internal sealed class ShiftedTime(TimeProvider inner, TimeSpan offset) : TimeProvider
{
    public override long TimestampFrequency => inner.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + offset;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);
}

using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>When the event leaves what the service lists: 24 hours, which asking for its leg or its session lifts.</summary>
public static class Horizon
{
    public static KnownField? Read(CallEvent callEvent, DateTimeOffset now) =>
        callEvent.OccurredAt is { } at ? new KnownField("Expires", Sentence(at, now, callEvent)) : null;

    private static string Sentence(DateTimeOffset at, DateTimeOffset now, CallEvent callEvent)
    {
        var remaining = now - at < CallEventFilter.Horizon ? CallEventFilter.Horizon - (now - at) : TimeSpan.Zero;
        var gone = remaining == TimeSpan.Zero;
        var when = gone ? "has left the 24-hour window" : $"leaves this list in {DurationText.FormatMinutes(remaining)}";
        return (callEvent.SessionId, callEvent.LegId) switch
        {
            ({ Length: > 0 }, _) => $"{when}; still reachable by session",
            (_, { Length: > 0 }) => $"{when}; still reachable by leg",
            _ => gone ? $"{when} and has no leg or session ID to open it by" : $"{when} for good: it has no leg or session ID",
        };
    }
}

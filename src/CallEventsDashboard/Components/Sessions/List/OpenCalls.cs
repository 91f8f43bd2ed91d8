using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>The calls of one session that the log leaves open.</summary>
/// <param name="LastSeen">The time of the session's last event.</param>
/// <param name="AsOf">When the session was read, by the service's clock.</param>
public sealed record OpenCalls(IReadOnlyList<OpenCall> Calls, DateTimeOffset? LastSeen, DateTimeOffset? AsOf)
{
    public static OpenCalls None { get; } = new([], null, null);

    /// <param name="session">All of its events.</param>
    public static OpenCalls Find(CallSession session, DateTimeOffset? asOf)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new(OpenCall.FindAll(session), session.LastSeen, asOf);
    }
}

using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>A call of which the log has nothing, and the other parts of the service have their records.</summary>
/// <param name="HasApplication">Whether it was that of an application, and the log has forgotten it; else no application ever saw it.</param>
internal sealed record UnloggedCall(Leg Leg, bool HasApplication)
{
    /// <summary>When it was answered; null where it was not.</summary>
    public long? AnsweredAt => Leg.SipCode == "200" ? Leg.StartedAt + (2 * Micros.Second) : null;

    /// <param name="start">When the account begins to be looked at.</param>
    public static IReadOnlyList<UnloggedCall> Of(int seed, long start) =>
        [.. TrunkCalls.Of(seed, start).Select(leg => new UnloggedCall(leg, HasApplication: false)), .. ForgottenCalls.Before(start, seed).Select(leg => new UnloggedCall(leg, HasApplication: true))];
}

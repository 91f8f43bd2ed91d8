using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>Calls that no application saw, so that the log has nothing of them: over a plain SIP trunk, or refused before. Their callers have numbers that call nobody else.</summary>
internal static class TrunkCalls
{
    private const int Count = 48;
    private const long Apart = 30 * 60 * Micros.Second;

    /// <param name="end">Where the history of the account ends.</param>
    public static IReadOnlyList<Leg> Of(int seed, long end) => [.. Enumerable.Range(0, Count).Select(ordinal => Call(new Rng(Rng.Mix((ulong)seed ^ 0x7A9C ^ ((ulong)ordinal << 20))), ordinal, end))];

    private static Leg Call(Rng rng, int ordinal, long end)
    {
        var start = end - ((ordinal + 1) * Apart) + (rng.Below(600) * Micros.Second);
        var isRefused = ordinal % 2 == 0;
        var session = new Session { Id = Ids.TimeBased(start, rng) };
        return new Leg
        {
            Id = Ids.TimeBased(start, rng),
            Session = session,
            Connection = Account.Trunk,
            From = $"+1303555010{ordinal % 10}",
            To = Account.OwnNumber(rng),
            Incoming = true,
            Seed = rng.Next(),
            StartedAt = start,
            EndedAt = start + (isRefused ? rng.Between(80, 900) * Micros.Millisecond : rng.Between(20, 300) * Micros.Second),
            HangupCause = isRefused ? "call_rejected" : "normal_clearing",
            SipCode = isRefused ? "403" : "200",
            HangupSource = isRefused ? "callee" : "caller",
        };
    }
}

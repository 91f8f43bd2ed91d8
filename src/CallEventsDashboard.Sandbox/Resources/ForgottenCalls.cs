using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>Calls of an application that are so old that the log has nothing of them any more; their records stay.</summary>
internal static class ForgottenCalls
{
    private const int Count = 8;
    private const int OldestDays = 30;

    /// <param name="start">When the account begins to be looked at.</param>
    public static IReadOnlyList<Leg> Before(long start, int seed) => [.. Enumerable.Range(0, Count).Select(ordinal => Call(new Rng(Rng.Mix((ulong)seed ^ 0xF0C6 ^ ((ulong)ordinal << 20))), start - ((OldestDays + ordinal) * Micros.Day)))];

    private static Leg Call(Rng rng, long start) => new()
    {
        Id = Ids.TimeBased(start, rng),
        Session = new Session { Id = Ids.TimeBased(start, rng) },
        Connection = Account.Ivr,
        From = Account.OtherNumber(rng),
        To = Account.OwnNumber(rng),
        Incoming = true,
        Seed = rng.Next(),
        StartedAt = start,
        EndedAt = start + (rng.Between(20, 300) * Micros.Second),
    };
}

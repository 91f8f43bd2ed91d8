namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>One session: one leg or several.</summary>
internal sealed class Session
{
    /// <summary>Empty where the records show no session.</summary>
    public required Guid Id { get; init; }

    public long AnsweredAt { get; set; } = long.MaxValue;

    public long EndedAt { get; set; } = long.MaxValue;

    /// <summary>The last instant whose rows were kept: what lies behind it never happened.</summary>
    public long KnownUntil { get; set; } = long.MaxValue;

    public string StatusAt(long now)
    {
        var known = Math.Min(now, KnownUntil);
        return EndedAt <= known ? "completed" : AnsweredAt <= known ? "in_progress" : "init";
    }
}

namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>One record of the API before it is written: everything else of it follows from <see cref="Seed"/> and the leg.</summary>
/// <param name="Seed">Equal for all attempts of one webhook.</param>
internal readonly record struct EventRow(long Time, Leg Leg, string Name, EventKind Kind, bool Failed, int Attempt, uint Seed)
{
    public string Type => Kind switch
    {
        EventKind.Command => "command",
        EventKind.ScriptingWebhook => "call_scripting_webhook",
        _ => "webhook",
    };

    /// <summary>Its number among the stored rows: in the order of time, but for those that came after the start.</summary>
    public int Id { get; init; }

    /// <summary>Random details of the event that do not depend on the attempt.</summary>
    public Rng Details(ulong purpose) => new(Rng.Mix(Leg.Seed ^ (((ulong)Seed << 16) | purpose)));
}

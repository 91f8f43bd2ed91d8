namespace CallEventsDashboard.Sessions;

/// <param name="Keys">The event, or several of which one comes.</param>
/// <param name="IsPromised">Whether the documentation promises it of every accepted command; else it depends on the call.</param>
/// <param name="Where">On which legs it can come.</param>
public sealed record ExpectedWebhook(IReadOnlyList<string> Keys, bool IsPromised, EffectPlace Where = EffectPlace.SameLeg)
{
    /// <summary>Keys of one event, or of several joined by "or".</summary>
    public string Name => string.Join(" or ", Keys);
}

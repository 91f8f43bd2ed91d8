using System.Text.Json;

namespace CallEventsDashboard.Sessions;

/// <param name="Keys">The event, or several of which one comes.</param>
/// <param name="IsPromised">Whether the documentation promises it of every accepted command; else it depends on the call.</param>
/// <param name="Where">On which legs it can come.</param>
public sealed record ExpectedWebhook(IReadOnlyList<string> Keys, bool IsPromised, EffectPlace Where = EffectPlace.SameLeg)
{
    /// <summary>The option that asks for it; null where it comes of the command as such.</summary>
    public CommandOption? Option { get; init; }

    /// <summary>Whether it comes only of a leg that is answered.</summary>
    public bool NeedsAnswer { get; init; }

    /// <summary>Keys of one event, or of several joined by "or".</summary>
    public string Name => string.Join(" or ", Keys);

    /// <summary>What one command makes of it: promised only where its options ask for it.</summary>
    /// <returns>Null where the command turned it off, or did not ask for it.</returns>
    internal ExpectedWebhook? For(JsonElement parameters) => Option is null ? this : Option.IsAsked(parameters) switch
    {
        true => this,
        null when Option.IsOwedWhereUnsaid => this with { IsPromised = false },
        _ => null,
    };
}

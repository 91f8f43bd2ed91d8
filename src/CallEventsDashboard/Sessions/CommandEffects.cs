namespace CallEventsDashboard.Sessions;

/// <summary>A command with what it brought about.</summary>
/// <param name="LegId">Empty for a command without a leg.</param>
/// <param name="Command">The command.</param>
/// <param name="Effects">What the documentation connects with it and that came, by time. The connection is by name and order: no record names its cause.</param>
/// <param name="Missing">What the documentation promises and that was not seen.</param>
public sealed record CommandEffects(string LegId, Mark Command, IReadOnlyList<Effect> Effects, IReadOnlyList<MissingEffect> Missing);

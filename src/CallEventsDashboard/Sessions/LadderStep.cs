namespace CallEventsDashboard.Sessions;

/// <summary>One arrow of a ladder.</summary>
/// <param name="Source">Where it begins.</param>
/// <param name="Target">Where it points; the same as <paramref name="Source"/> for a step that Telnyx takes of itself.</param>
/// <param name="Label">The event's or command's name, or what a party did.</param>
/// <param name="Mark">The record that shows it.</param>
/// <param name="LegId">Empty for a record without a leg.</param>
/// <param name="IsImplied">Not a record of its own: a party's action that the record implies. It is drawn differently.</param>
/// <param name="SinceStart">From the first event of the session.</param>
/// <param name="SincePrevious">From the record before; zero for the first. Where a record has two arrows, the first one has it.</param>
public sealed record LadderStep(
    LadderParty Source, LadderParty Target, string Label, Mark Mark, string LegId, bool IsImplied, TimeSpan SinceStart, TimeSpan SincePrevious);

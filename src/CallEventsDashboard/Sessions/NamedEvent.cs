using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>A record with the name that it is compared by.</summary>
internal readonly record struct NamedEvent(CallEvent Event, MarkKind Kind, string Key);

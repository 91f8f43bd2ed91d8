namespace CallEventsDashboard.Sessions;

/// <summary>Another session that a record of this one names.</summary>
public sealed record LinkedSession(string SessionId, Mark Evidence);

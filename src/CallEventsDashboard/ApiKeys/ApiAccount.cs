using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.ApiKeys;

/// <summary>Whose call events to read: a named key of the user's, or the sample account.</summary>
public sealed record ApiAccount(string Name, ApiKey Key, bool IsSandbox);

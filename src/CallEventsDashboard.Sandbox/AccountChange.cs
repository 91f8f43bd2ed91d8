namespace CallEventsDashboard.Sandbox;

/// <summary>A change of the account between two given answers, so that a caller can't have seen it in the first and does see it in the second.</summary>
/// <param name="AfterAnswer">The number of the answer, from 1, after which it happens; answers to other requests than for a list of call events don't count.</param>
/// <param name="Age">From the row's time to the moment of the change.</param>
public sealed record AccountChange(int AfterAnswer, AccountChangeKind Kind, TimeSpan Age = default);

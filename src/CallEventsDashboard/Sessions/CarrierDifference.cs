namespace CallEventsDashboard.Sessions;

/// <summary>What the log says otherwise than a call record. Neither is known to be right.</summary>
/// <param name="At">The time that the log has, of an answer or an end.</param>
/// <param name="Text">What the log has of a cause or a SIP code, raw.</param>
public sealed record CarrierDifference(CarrierDifferenceKind Kind, DateTimeOffset? At = null, string? Text = null);

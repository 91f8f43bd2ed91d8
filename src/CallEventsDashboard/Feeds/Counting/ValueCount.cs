namespace CallEventsDashboard.Feeds.Counting;

/// <summary>How many events a list would have with one of its filters at a value.</summary>
/// <param name="Value">The value, as a link writes it; empty for the list without that filter.</param>
/// <param name="Count">Null where the exact number can't be known.</param>
public readonly record struct ValueCount(string Value, int? Count);

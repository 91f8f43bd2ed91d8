namespace CallEventsDashboard.Browser;

/// <summary>A stored value can't be used. The message is a word for the log and has nothing of the value.</summary>
public sealed class UnreadableValueException(string reason) : Exception(reason);

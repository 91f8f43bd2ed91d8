namespace CallEventsDashboard.Browser;

/// <summary>What is stored can't be used. The message is a word for the log and holds nothing of the value.</summary>
public sealed class UnreadableValueException(string reason) : Exception(reason);

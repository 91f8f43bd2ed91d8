namespace CallEventsDashboard.ApiKeys;

/// <summary>What is stored can't be used. The message is a word for the log and holds nothing of the value.</summary>
internal sealed class UnreadableKeysException(string reason) : Exception(reason);

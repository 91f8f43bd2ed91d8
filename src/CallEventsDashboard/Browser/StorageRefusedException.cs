namespace CallEventsDashboard.Browser;

/// <summary>The browser did not let its storage be used: it is full, turned off for this site, or gone with its page.</summary>
public sealed class StorageRefusedException(Exception cause) : Exception("The browser refused its storage.", cause);

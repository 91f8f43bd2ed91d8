namespace CallEventsDashboard.Telnyx;

/// <summary>A name that a call event may have.</summary>
/// <param name="IsCommand">Whether it names a command, sent to Telnyx, and not something that happened.</param>
public sealed record CatalogueEntry(string Name, EventFamily Family, bool IsCommand);
